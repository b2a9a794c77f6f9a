using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>What is known of production: rollouts, holds, what would ship, traffic, the watch, the last comparison.</summary>
static class RolloutFactsLoading
{
    /// <summary>Rollouts whose judgements are looked at, besides those with a real one that nobody has.</summary>
    const int NewestJudged = 50;

    public static async Task<DutyFacts> With(DutyDb db, DutyFacts facts, IReadOnlyList<Duty> duties)
    {
        var ask = LoadQueries.Of(db);
        var all = await db.Keep([typeof(Rollout)], "rollouts", null, () => ask.Rollouts(db).ToListAsync());
        var own = await db.OwnRollouts(facts, all, duties);
        if (own.Count > 0 || Ships(facts, duties))
            facts = await WithRollouts(db, facts, own);
        facts = facts with { Sources = await SourcesLoading.Of(db, facts) };
        facts = await Traffic.Seen(db, facts);
        facts = facts with { Watch = await WatchLoading.Of(db, facts) };
        return facts with { Comparison = await PerformanceLoading.Comparison(db, facts) };
    }

    /// <summary>Its playbook has the button, or it is the eldest.</summary>
    static bool Ships(DutyFacts facts, IReadOnlyList<Duty> duties) =>
        Gates.RolloutRule(facts.Playbook) is not null
        || DutyAssignment.Standing(duties).FirstOrDefault()?.Id == facts.Duty.Id;

    static async Task<DutyFacts> WithRollouts(DutyDb db, DutyFacts facts, List<Rollout> own)
    {
        var ask = LoadQueries.Of(db);
        var rollouts = own.Where(r => Service.IsOf(r, facts.Duty, facts.Mains)).ToList();
        var ids = own.TakeLast(NewestJudged).Select(r => r.Id).ToList();
        var holds = await db.Keep([typeof(Hold)], "holds", null, () => ask.Holds(db).ToListAsync());
        var judged = await db.Keep(
            [typeof(Judgement), typeof(Rollout)],
            $"judgements of {facts.Duty.Id}",
            string.Join(' ', ids),
            async () => LastWords(await ask.Judgements(db, ids).ToListAsync())
        );
        return facts with
        {
            Rollouts = rollouts,
            Holds = holds,
            Ship = ShipState.Of(facts.Shipping, rollouts, facts.Now, Rejection.Of(holds, rollouts, facts.Line).Allows),
            Judgements = [.. judged.Where(j => own.Any(r => r.Id == j.RolloutId))],
        };
    }

    /// <summary>The last judgement of an endpoint counts.</summary>
    static IReadOnlyList<Judgement> LastWords(List<Judgement> all) =>
        [.. all.GroupBy(j => (j.RolloutId, j.Endpoint)).Select(line => line.Last())];
}
