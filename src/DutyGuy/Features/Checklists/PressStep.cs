using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Checklists;

/// <summary>What is pressed on a step; the release or commit is repeated where the step asks for it.</summary>
sealed record StepPressed(StepVerb Do, string? Answer, string? Reason, string? Confirm);

/// <summary>Done, skip, run or answer a step; only who is on duty.</summary>
static class PressStep
{
    public static async Task<IResult> Handle(
        long id,
        string step,
        StepPressed press,
        Caller caller,
        DutyStore store,
        ConnectedActions connected,
        StepActions actions,
        IClock clock
    )
    {
        var pressed = await store.Change(db =>
            Apply(db, id, step, press, caller, connected, actions, clock.GetCurrentInstant())
        );
        return pressed.Refusal is { } refusal
            ? refusal.ToProblem()
            : (await store.Read(db => ReadRun.Find(db, id, connected))).ToResult();
    }

    /// <summary>One press in one transaction; also for the pages' forms.</summary>
    public static async Task<Outcome<Decision>> Apply(
        DutyDb db,
        long id,
        string stepId,
        StepPressed press,
        Caller caller,
        ConnectedActions connected,
        StepActions actions,
        Instant now
    )
    {
        if (await db.ChecklistRuns.FirstOrDefaultAsync(r => r.Id == id) is not { } run)
            return Refusal.NotFound($"There is no checklist run {id}.");
        var facts = (await db.LoadFacts(run.Duty, now))! with { Adapters = connected.Kinds };
        var checklist = (await db.PlaybookOf(run.Duty, run.Version)).Checklists[run.Checklist];
        if (checklist.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return Refusal.NotFound($"{checklist.Name} has no step “{stepId}”.");
        if (RolloutStart.NotOnDuty(facts, caller.Person ?? "") is { } refusal)
            return refusal;
        if (run.Step(step.Id).IsOver)
            return Decision.None;
        if (press.Do == StepVerb.Run && run.ClosedAt is null)
            return await actions.Run(db, facts, run, step, caller.Person!, press.Confirm, press.Reason);
        var after = StepPress.On(facts, run, step, press.Do, caller.Person!, press.Answer, press.Reason);
        if (after.Refusal is { } no)
            return no;
        var decision = StepFacts.Of(facts, run, after.Value!, step, caller.Person!);
        await db.Apply(decision, now);
        return decision;
    }
}
