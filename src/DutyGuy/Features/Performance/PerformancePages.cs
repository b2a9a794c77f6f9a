using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.Performance;

/// <summary>The page /performance; ?rollout= chooses an earlier one.</summary>
static class PerformancePages
{
    public static void Map(WebApplication app) => app.MapGet("/performance", Show);

    static async Task<IResult> Show(long? rollout, Caller caller, FrameLoader frames, DutyStore store, HttpContext http)
    {
        var frame = await frames.Load(http, caller);
        var facts = frame.Mine is { PerformanceConnected: true } mine
            ? mine
            : frame.Duties.FirstOrDefault(d => d.PerformanceConnected) ?? frame.Mine;
        if (facts is null)
            return Page.NeedsTeam(frame, "performance", "Performance");
        var switched = facts.Rollouts.Where(r => r.SwitchedAt is not null);
        var one = switched.FirstOrDefault(r => r.Id == rollout) ?? switched.LastOrDefault();
        return Page.Of<PerformancePage>(
            new
            {
                Frame = frame,
                Facts = facts,
                Rollout = one,
                Report = await Report(store, facts, one),
            }
        );
    }

    static async Task<BeforeAfterReport?> Report(DutyStore store, DutyFacts facts, Rollout? rollout)
    {
        if (rollout?.SwitchedAt is not { } since || !facts.PerformanceConnected)
            return null;
        var report = await store.Read(db => PerformanceLoading.Compare(db, facts.Projects, since, facts.Now));
        return report.Endpoints.Count == 0 ? null : report;
    }
}
