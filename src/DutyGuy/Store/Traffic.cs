using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary><c>requests in ENV</c>: a minute, mean of the last ten, from the timings or from a figure that was fed.</summary>
static class Traffic
{
    /// <summary>The ten minutes, the latest usual delay, and the words before that still count.</summary>
    static readonly Duration Back = Duration.FromMinutes(30);

    public static async Task<DutyFacts> Seen(DutyDb db, DutyFacts facts)
    {
        var means = await Timed(db, facts);
        foreach (
            var environment in facts
                .ConnectedEnvironments.Append(Environments.Production)
                .Concat(WatchedEnvironments.Of(facts.Playbook).Requests)
                .Distinct(StringComparer.Ordinal)
        )
            if (await Fed(db, facts.Now, environment) is { } fed)
                means[environment] = fed;
        return facts with
        {
            RequestsPerMinute = means.ToDictionary(m => m.Key, m => m.Value.Value, StringComparer.Ordinal),
            RequestsUnseenSince = means
                .Where(m => m.Value is { Value: null, UnseenSince: not null })
                .ToDictionary(m => m.Key, m => m.Value.UnseenSince!.Value, StringComparer.Ordinal),
        };
    }

    static async Task<Dictionary<string, MeanRequests>> Timed(DutyDb db, DutyFacts facts)
    {
        var sources = facts.Sources.Where(s => s.LastTimings is not null).ToLookup(s => s.Environment);
        if (sources.Count == 0)
            return new(StringComparer.Ordinal);
        var rows = await LoadQueries.Of(db).Requests(db, facts.Projects, facts.Now - Back, facts.Now).ToListAsync();
        return sources.ToDictionary(
            e => e.Key,
            e => Mean([.. e], rows.Where(r => r.Environment == e.Key).ToLookup(r => r.Project), facts.Now),
            StringComparer.Ordinal
        );
    }

    /// <summary>A source that was not heard for a day counts only when no other one is left; sampled counts are not true.</summary>
    static MeanRequests Mean(IReadOnlyList<SourceSeen> all, ILookup<int, TimedRequests> rows, Instant now)
    {
        var lately = all.Where(s => s.Times(now)).ToList();
        if (lately.Count == 0)
            return new(null, all.Max(s => s.LastTimings));
        return lately.Any(s => rows[s.Project].Any(r => !r.True))
            ? new(null)
            : MeanRequests.Of([.. lately.Select(s => Minutes(s, rows[s.Project]))], now);
    }

    static SourceMinutes Minutes(SourceSeen source, IEnumerable<TimedRequests> rows) =>
        new()
        {
            Name = source.Name,
            Polled = source.Polled,
            Delay = source.Delay,
            Told = rows.ToDictionary(r => r.Minute, r => r.Count),
            Signs = source is { Polled: false, LastError: { } at }
                ? [EndpointMinute.BeginOf(at)]
                : new HashSet<Instant>(),
        };

    /// <summary>A figure fed by hand wins; one that stopped coming cannot be told. Null where none was ever fed.</summary>
    static async Task<MeanRequests?> Fed(DutyDb db, Instant now, string environment)
    {
        var name = $"requests in {environment}";
        var hour = Duration.FromHours(1);
        var from = Instant.FromUnixTimeSeconds((now - ToldFigures.Back - hour).ToUnixTimeSeconds() / 3600 * 3600);
        var figures = await db.Keep(
            [typeof(NumberSignal)],
            name,
            from,
            () => LoadQueries.Of(db).Numbers(db, name, from).ToListAsync()
        );
        if (figures.Count == 0)
            figures = await db.Keep(
                [typeof(NumberSignal)],
                $"last {name}",
                null,
                () => LoadQueries.Of(db).LastNumber(db, name).ToListAsync()
            );
        return figures.Count == 0
            ? null
            : ToldFigures.Mean(
                [
                    .. figures
                        .Where(f => f.At >= now - ToldFigures.Back || figures.Count == 1)
                        .Select(f => (f.At, f.Value)),
                ],
                now
            );
    }
}
