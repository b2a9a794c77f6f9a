using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>What is known of production: rollouts, holds, what would ship, traffic, the watch, the last comparison.</summary>
static class RolloutFactsLoading
{
    const int NewestRollouts = 50;

    public static async Task<DutyFacts> With(DutyDb db, DutyFacts facts, IReadOnlyList<Duty> duties)
    {
        if (DutyAssignment.First(duties)?.Id == facts.Duty.Id || Gates.RolloutRule(facts.Playbook) is not null)
            facts = await WithRollouts(db, facts);
        facts = facts with { RequestsPerMinute = await Traffic.Now(db, facts) };
        facts = facts with { Watch = await WatchLoading.Of(db, facts) };
        return facts with { Comparison = await PerformanceLoading.Comparison(db, facts) };
    }

    static async Task<DutyFacts> WithRollouts(DutyDb db, DutyFacts facts)
    {
        var ask = LoadQueries.Of(db);
        var rollouts = await db.Keep([typeof(Rollout)], "rollouts", null, () => Newest(db));
        var ids = rollouts.ConvertAll(r => r.Id);
        return facts with
        {
            Rollouts = rollouts,
            Holds = await db.Keep([typeof(Hold)], "holds", null, () => ask.Holds(db).ToListAsync()),
            Ship = ShipState.Of(facts.Line, facts.Results, rollouts),
            Judgements = await db.Keep(
                [typeof(Judgement), typeof(Rollout)],
                "judgements",
                null,
                async () => LastWords(await ask.Judgements(db, ids).ToListAsync())
            ),
        };
    }

    /// <summary>The oldest first.</summary>
    static async ValueTask<List<Rollout>> Newest(DutyDb db)
    {
        var newest = await LoadQueries.Of(db).Rollouts(db, NewestRollouts).ToListAsync();
        newest.Reverse();
        return newest;
    }

    /// <summary>The last judgement of an endpoint counts.</summary>
    static IReadOnlyList<Judgement> LastWords(List<Judgement> all) =>
        [.. all.GroupBy(j => (j.RolloutId, j.Endpoint)).Select(line => line.Last())];
}
