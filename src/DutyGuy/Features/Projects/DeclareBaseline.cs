using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Projects;

/// <summary>How many errors became the baseline, by this press, and how many of it are still open.</summary>
sealed record BaselineView(int Errors, int Open);

/// <summary>What a project has open now is the baseline; for the API and for the form of the page Settings.</summary>
static class DeclareBaseline
{
    public static async Task<IResult> Post(int id, Caller caller, DutyStore store, IClock clock) =>
        (await store.Change(db => In(db, id, caller, clock.GetCurrentInstant()))).ToResult();

    public static async Task<IResult> Press(int id, Caller caller, DutyStore store, IClock clock)
    {
        var declared = await store.Change(db => In(db, id, caller, clock.GetCurrentInstant()));
        return Form.Done(
            declared,
            "/settings#projects",
            $"{Say.Count(declared.Value?.Errors ?? 0, "error is", "errors are")} from before now."
        );
    }

    static async Task<Outcome<BaselineView>> In(DutyDb db, int id, Caller caller, Instant now)
    {
        if (await db.Projects.FirstOrDefaultAsync(p => p.Id == id) is not { } project)
            return Refusal.NotFound($"There is no project {id}. GET projects lists them.");
        var open = await db.Errors.Where(e => e.Project == id && e.Status == ErrorStatus.Open).ToListAsync();
        var duty = DutyAssignment.OfProject(await db.AllDuties(), project.Name)?.Id;
        var person = await db.People.FirstOrDefaultAsync(p => p.Handle == caller.Person);
        await db.Apply(Baseline.Declare(project, open, (caller.Name, person?.Name ?? caller.Name), duty, now), now);
        return new BaselineView(
            open.Count(Baseline.Concerns),
            await db.Errors.CountAsync(e => e.Project == id && e.Status == ErrorStatus.Open && e.Baseline)
        );
    }
}
