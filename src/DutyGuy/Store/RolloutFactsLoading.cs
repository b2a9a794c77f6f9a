using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>What is known of production: rollouts, holds, what would ship, traffic, the watch, the last comparison.</summary>
static class RolloutFactsLoading
{
    public static async Task<DutyFacts> With(DutyDb db, DutyFacts facts, List<Duty> duties)
    {
        if (DutyAssignment.First(duties)?.Id == facts.Duty.Id || Gates.RolloutRule(facts.Playbook) is not null)
            facts = await WithRollouts(db, facts);
        facts = facts with { RequestsPerMinute = await Traffic.Now(db, facts) };
        facts = facts with { Watch = await WatchLoading.Of(db, facts) };
        return facts with { Comparison = await PerformanceLoading.Comparison(db, facts) };
    }

    static async Task<DutyFacts> WithRollouts(DutyDb db, DutyFacts facts)
    {
        var rollouts = await db
            .Rollouts.Where(r => r.Environment == Environments.Production)
            .OrderByDescending(r => r.Id)
            .Take(50)
            .ToListAsync();
        rollouts.Reverse();
        var ids = rollouts.Select(r => r.Id).ToList();
        return facts with
        {
            Rollouts = rollouts,
            Holds = await db.Holds.Where(h => h.LiftedAt == null).OrderBy(h => h.Id).ToListAsync(),
            Ship = ShipState.Of(facts.Line, facts.Results, rollouts),
            Judgements = LastWords(
                await db.Judgements.Where(j => ids.Contains(j.RolloutId)).OrderBy(j => j.Id).ToListAsync()
            ),
        };
    }

    /// <summary>The last judgement of a line counts.</summary>
    static IReadOnlyList<Judgement> LastWords(List<Judgement> all) =>
        [.. all.GroupBy(j => (j.RolloutId, j.Endpoint)).Select(line => line.Last())];
}
