using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Rollouts;

/// <summary>One endpoint before and after a rollout, and what people say of it; null what the data cannot say.</summary>
sealed record PerformanceItem(
    string Endpoint,
    string Metric,
    double? Before,
    double? After,
    double? Change,
    double? Low,
    double? High,
    bool Regressed,
    string Answer,
    JudgementWord? Judgement,
    string? Owner,
    string Why,
    IReadOnlyList<SuspectView> Suspects
);

/// <summary>Begin and end.</summary>
public sealed record WindowView(Instant From, Instant To);

/// <summary>The comparison of one rollout, worst first.</summary>
sealed record PerformanceView(
    IReadOnlyList<PerformanceItem> Items,
    int Total,
    string? Next,
    WindowView Before,
    WindowView After,
    string Answer
);

/// <summary>What a rollout did to response times and errors of each endpoint.</summary>
static class ReadPerformance
{
    public static async Task<IResult> Get(long id, DutyStore store, RolloutCommits commits, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        return (await WithSuspects(await store.Read(db => Of(db, id, now)), id, store, commits, now)).ToResult();
    }

    /// <summary>Names the commits from which it may come. They are read from a copy of the repository, outside any transaction.</summary>
    public static async Task<Outcome<PerformanceView>> WithSuspects(
        Outcome<PerformanceView> read,
        long id,
        DutyStore store,
        RolloutCommits commits,
        Instant now
    )
    {
        if (read.Value is not { } view || !view.Items.Any(i => i.Regressed))
            return read;
        var rollout = await store.Read(db => db.Rollouts.FirstAsync(r => r.Id == id));
        var shipped = await commits.Of(rollout);
        if (shipped.Commits.Count == 0)
            return read;
        var facts = await store.Read(async db =>
            (rollout.Duty ?? await db.DutyOfRollouts(now)) is { } duty ? await db.LoadFacts(duty, now) : null
        );
        return view with
        {
            Items =
            [
                .. view.Items.Select(i =>
                    i.Regressed ? i with { Suspects = SuspectView.Of(i.Endpoint, shipped, facts) } : i
                ),
            ],
        };
    }

    public static async Task<Outcome<PerformanceView>> Of(DutyDb db, long id, Instant now)
    {
        if (await db.Rollouts.FirstOrDefaultAsync(r => r.Id == id) is not { } rollout)
            return Refusal.NotFound($"There is no rollout {id}.");
        if (rollout is not { SwitchedAt: { } since, Environment: Environments.Production })
            return Refusal.Conflict($"Rollout {id} never served production; there is nothing to compare.");
        var duty = await db.DutyOf(rollout, now);
        var projects = duty is null ? [] : (await db.LoadFacts(duty, now))?.Projects ?? [];
        var report = await PerformanceLoading.Compare(db, projects, since, now);
        var (before, after) = PerformanceLoading.Windows(since, now);
        var said = await db.Judgements.Where(j => j.RolloutId == id).OrderByDescending(j => j.Id).ToListAsync();
        return new PerformanceView(
            [
                .. report.Endpoints.Select(e =>
                    Item(e, said.Find(j => j.Endpoint == e.Endpoint) is { } last && last.IsOf(id, e) ? last : null)
                ),
            ],
            report.Endpoints.Count,
            null,
            new(before.Start, before.End),
            new(after.Start, after.End),
            ComparisonOf.Rollout(rollout, report, before, after).Answer
        );
    }

    static PerformanceItem Item(EndpointVerdict e, Judgement? said) =>
        new(
            e.Endpoint,
            e.Metric,
            Said(e.Before),
            Said(e.After),
            Said(e.Change),
            Said(e.Low),
            Said(e.High),
            e.Regressed,
            e.Answer,
            said?.Word,
            said?.Owner,
            e.Why,
            []
        );

    /// <summary>Too little data: not a number, which JSON does not have.</summary>
    static double? Said(double figure) => double.IsFinite(figure) ? figure : null;
}
