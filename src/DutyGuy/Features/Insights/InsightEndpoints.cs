using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Features.Insights;

/// <summary>What the last eight weeks say of the process.</summary>
public sealed record InsightsView(VerdictPrecision Verdict);

/// <summary>Figures over weeks.</summary>
static class InsightEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/insights", Get).WithTags("insights").Produces<InsightsView>();

    static async Task<InsightsView> Get(DutyStore store, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        var duties = await store.Read(db => db.LoadReadableFacts(now));
        return new(VerdictPrecision.Of(duties.SelectMany(d => d.Judgements).DistinctBy(j => j.Id), now));
    }
}
