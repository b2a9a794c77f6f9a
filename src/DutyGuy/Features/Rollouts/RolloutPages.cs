using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Rollouts;

/// <summary>The pages /rollout (can we ship, or the one that runs) and /rollouts/{id}.</summary>
static class RolloutPages
{
    /// <summary>The end of the output is what tells how it went; the API has all of it.</summary>
    const int MostLines = 2000;

    public static void Map(WebApplication app)
    {
        app.MapGet("/rollout", Next);
        app.MapGet("/rollouts/{id:long}", One);
    }

    static async Task<IResult> Next(Caller caller, FrameLoader frames, DutyStore store, HttpContext http)
    {
        var frame = await frames.Load(http, caller);
        if (Shipping(frame) is not { } facts)
            return Page.NeedsTeam(frame, "rollout", "Rollout");
        return facts.UnderWay is { } last
            ? await Show(frame, facts, last, store)
            : Page.Of<ShipPage>(new { Frame = frame, Facts = facts });
    }

    static async Task<IResult> One(long id, Caller caller, FrameLoader frames, DutyStore store, HttpContext http)
    {
        var frame = await frames.Load(http, caller);
        var rollout = await store.Read(db => db.Rollouts.FirstOrDefaultAsync(r => r.Id == id));
        return rollout is null || Shipping(frame) is not { } facts
            ? Page.NotFound(frame, $"There is no rollout {id}.")
            : await Show(frame, facts, rollout, store);
    }

    static async Task<IResult> Show(FrameModel frame, DutyFacts facts, Rollout rollout, DutyStore store)
    {
        var output = await store.Read(db =>
            db.RolloutOutput.Where(o => o.RolloutId == rollout.Id)
                .OrderByDescending(o => o.Id)
                .Take(MostLines)
                .ToListAsync()
        );
        output.Reverse();
        return Page.Of<RunPage>(
            new
            {
                Frame = frame,
                Facts = facts,
                Rollout = rollout,
                Output = (IReadOnlyList<RolloutOutput>)output,
            }
        );
    }

    /// <summary>The caller's duty when it ships, else the first one that does.</summary>
    static DutyFacts? Shipping(FrameModel frame) =>
        frame.Mine is { } mine && Gates.RolloutRule(mine.Playbook) is not null
            ? mine
            : frame.ByAge.FirstOrDefault(d => Gates.RolloutRule(d.Playbook) is not null) ?? frame.Mine;
}
