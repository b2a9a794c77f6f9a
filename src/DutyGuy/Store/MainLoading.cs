using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>What CI and git told of the main branches that a duty keeps green.</summary>
static class MainLoading
{
    /// <summary>How far results are looked at one by one: as long as a flaky test is remembered.</summary>
    static readonly Duration Memory = Duration.FromDays(90);

    static readonly Type[] Tables =
    [
        typeof(CiResult),
        typeof(SourceRepository),
        typeof(MainCommit),
        typeof(GonePipeline),
    ];

    public static async Task<DutyFacts> With(DutyDb db, DutyFacts facts, IReadOnlyList<Duty> duties)
    {
        var ask = LoadQueries.Of(db);
        var repositories = await db.Keep(
            [typeof(SourceRepository)],
            "repositories",
            null,
            () => ask.Repositories(db).ToDictionaryAsync(r => r.Id, StringComparer.Ordinal)
        );
        var named = await db.Keep(
            [typeof(CiResult)],
            "repositories named",
            null,
            () => ask.RepositoriesNamed(db).ToListAsync()
        );
        var mine = named
            .Concat(repositories.Keys)
            .Distinct(StringComparer.Ordinal)
            .Where(r => DutyAssignment.OfRepository(duties, r)?.Id == facts.Duty.Id)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (mine.Count == 0)
            return facts;
        var day = DayOf(facts.Now);
        var mains = await db.Keep(
            Tables,
            $"mains of {facts.Duty.Id}",
            $"{day} {string.Join(' ', mine)}",
            () => Mains(db, mine, repositories, day)
        );
        return facts with
        {
            Mains = mains,
            Main = MainHistory.Of(mains, facts.Now),
            FlakyTests = FlakyTests.Of([.. mains.SelectMany(m => m.AboutTests)], facts.Now),
        };
    }

    static async ValueTask<IReadOnlyList<RepositoryMain>> Mains(
        DutyDb db,
        List<string> mine,
        Dictionary<string, SourceRepository> repositories,
        Instant day
    )
    {
        var ask = LoadQueries.Of(db);
        var lines = (
            await db.Keep(
                [typeof(MainCommit)],
                $"line of {string.Join(' ', mine)}",
                null,
                () => ask.Line(db, mine).ToListAsync()
            )
        ).ToLookup(c => c.Repository, StringComparer.Ordinal);
        var gone = (await ask.Gone(db).ToListAsync()).ToLookup(g => g.Repository, StringComparer.Ordinal);
        var mains = new List<RepositoryMain>();
        foreach (var id in mine)
        {
            var repository = repositories.GetValueOrDefault(id);
            mains.Add(
                RepositoryMain.Of(
                    new()
                    {
                        Repository = id,
                        Line = [.. lines[id]],
                        Results = await Results(db, id, repository?.Main ?? "main", day),
                        Required = repository?.Required,
                        FetchedThrough = repository?.FetchedThrough ?? 0,
                        Gone = [.. gone[id]],
                    }
                )
            );
        }
        return mains;
    }

    /// <summary>Results are only ever added: those of days that are over are asked for once a day.</summary>
    static async Task<IReadOnlyList<CiResult>> Results(DutyDb db, string repository, string branch, Instant day)
    {
        var (ask, from) = (LoadQueries.Of(db), day - Memory);
        var past = await db.Keep(
            [typeof(SourceRepository)],
            $"past results of {repository}",
            (branch, day),
            async () =>
            {
                var last = await ask.LastWords(db, repository, branch, from).ToListAsync();
                last.AddRange(await ask.Results(db, repository, branch, from, day).ToListAsync());
                return last;
            }
        );
        return [.. past, .. await ask.Results(db, repository, branch, day, Instant.MaxValue).ToListAsync()];
    }

    /// <summary>The day before: clocks of servers differ a little, and none is late by a day.</summary>
    static Instant DayOf(Instant now) => now.InUtc().Date.PlusDays(-1).AtMidnight().InUtc().ToInstant();
}
