using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.Performance;

/// <summary>The page /performance; ?rollout= chooses an earlier one.</summary>
static class PerformancePages
{
    const int MostUnsure = 20;

    public static void Map(WebApplication app) => app.MapGet("/performance", Show);

    static async Task<IResult> Show(
        long? rollout,
        Caller caller,
        FrameLoader frames,
        DutyStore store,
        RolloutCommits commits,
        HttpContext http
    )
    {
        var frame = await frames.Load(http, caller);
        var facts = frame.Mine is { PerformanceConnected: true } mine
            ? mine
            : frame.ByAge.FirstOrDefault(d => d.PerformanceConnected) ?? frame.Mine;
        if (facts is null)
            return Page.NeedsTeam(frame, "performance", "Performance");
        var switched = facts.Rollouts.Where(r => r.SwitchedAt is not null);
        var one = switched.FirstOrDefault(r => r.Id == rollout) ?? switched.LastOrDefault();
        var report = await Report(store, facts, one);
        var shipped = report?.Endpoints.Any(e => e.Regressed) == true ? await commits.Of(one!) : new(null, []);
        return Page.Of<PerformancePage>(
            new
            {
                Frame = frame,
                Facts = facts,
                Rollout = one,
                Report = report,
                Told = report is null ? [] : await Told(store, facts, one!, report, shipped.Commits),
                Repository = shipped.Repository,
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

    /// <summary>All that got worse, for each is to be judged; then some of which too little is known.</summary>
    static async Task<IReadOnlyList<DegradedEndpoint>> Told(
        DutyStore store,
        DutyFacts facts,
        Rollout rollout,
        BeforeAfterReport report,
        IReadOnlyList<SourceCommit> commits
    )
    {
        var told = report
            .Endpoints.Where(e => e.Regressed || e.Answer is "too little data" or "cannot tell")
            .OrderByDescending(e => e.Regressed)
            .Where((e, place) => e.Regressed || place < MostUnsure)
            .ToList();
        var names = told.ConvertAll(e => e.Endpoint);
        var durations = await store.Read(db =>
            db.Durations(facts.Projects, rollout.SwitchedAt!.Value, facts.Now, names)
        );
        return
        [
            .. told.Where(e => durations.ContainsKey(e.Endpoint))
                .Select(e => new DegradedEndpoint(
                    e,
                    durations[e.Endpoint],
                    e.Regressed ? Suspects.Of(e.Endpoint, commits) : []
                )),
        ];
    }
}
