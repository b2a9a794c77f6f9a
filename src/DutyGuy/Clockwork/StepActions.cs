using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>What a press on a step's "run" does: the closed list of actions, each with its adapter or by hand.</summary>
public sealed class StepActions(RolloutActs rollouts, CiReruns reruns)
{
    public async Task<Outcome<Decision>> Run(
        DutyDb db,
        DutyFacts facts,
        ChecklistRun run,
        Step step,
        string by,
        string? confirm,
        string? reason
    )
    {
        if (step.Run is not { } action)
            return Refusal.Invalid("This step runs nothing. Tick it, or answer it.", "do");
        var decided = action.Kind switch
        {
            ActionKind.DeployProduction => await Deploy(db, facts, by, confirm, reason),
            ActionKind.RerunFailedJobs when facts.Adapters.Contains(action.Kind) => await reruns.Ask(
                db,
                facts,
                run,
                step,
                by
            ),
            ActionKind.PostRolloutNotice => Notice(facts, run, step, by),
            ActionKind.PokeAuthorOfCulprit => CulpritPoke.Ask(facts, run, step, by),
            _ when !facts.Adapters.Contains(action.Kind) => Refusal.Conflict(
                $"Nothing is connected that could do it. {ByItself.Hand(action.Kind)} Then tick the step."
            ),
            _ => Decision.None,
        };
        if (decided.Refusal is null)
            await db.Apply(decided.Value!, facts.Now);
        return decided;
    }

    /// <summary>The same act as the button on the rollout page; it stores what it decides.</summary>
    async Task<Outcome<Decision>> Deploy(DutyDb db, DutyFacts facts, string by, string? confirm, string? reason)
    {
        if (confirm is null)
            return Refusal.Invalid("Repeat the short commit that ships, so that nothing else does.", "confirm");
        return await rollouts.Press(db, facts, new(by, confirm, reason, RolloutKind.Daily)) switch
        {
            RolloutStarted.Refused refused => refused.Why,
            RolloutStarted.Shut shut => Refusal.Conflict(
                "Shut: "
                    + string.Join("; ", shut.Gates.Where(g => g.State != Tri.Yes).Select(g => $"{g.Name} ({g.Why})"))
            ),
            _ => Decision.None,
        };
    }

    static Decision Notice(DutyFacts facts, ChecklistRun run, Step step, string by)
    {
        var done = run.Step(step.Id) with
        {
            State = StepState.Done,
            By = by,
            StartedAt = facts.Now,
            At = facts.Now,
            Answer = "The team was told.",
        };
        return StepFacts.Of(facts, run, run.With(done), step, by) + RolloutStart.Notice(facts, by);
    }
}
