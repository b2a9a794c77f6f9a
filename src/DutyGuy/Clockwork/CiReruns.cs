using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>
/// Runs CI by command once more. A commit whose last word is "running" is due for the worker, also after a
/// restart; so to ask is to append that word.
/// </summary>
public sealed class CiReruns(ServerPrograms programs)
{
    /// <summary>The step "rerun failed jobs": the commit that keeps main red is run again.</summary>
    public async Task<Outcome<Decision>> Ask(DutyDb db, DutyFacts facts, ChecklistRun run, Step step, string by)
    {
        var red = facts
            .Main.Now.Broken.Where(b => b.Pipeline.Length == 0 && programs.Settings.Ci.ContainsKey(b.Repository))
            .Select(b => b.Newest)
            .ToList();
        if (red.Count == 0)
            return Refusal.Conflict(
                $"No command runs the checks that failed. {ByItself.Hand(ActionKind.RerunFailedJobs)} Then tick the step."
            );
        foreach (var result in red)
            await Rerun(db, result, facts.Now);
        var done = run.Step(step.Id) with
        {
            State = StepState.Done,
            By = by,
            StartedAt = facts.Now,
            At = facts.Now,
            Answer = $"Runs again at {string.Join(", ", red.Select(r => r.Commit[..Math.Min(7, r.Commit.Length)]))}.",
        };
        return StepFacts.Of(facts, run, run.With(done), step, by);
    }

    /// <summary>Runs the checks of one commit again.</summary>
    public static Task Rerun(DutyDb db, CiResult result, Instant now) =>
        db.AppendCi(
            new CiResult
            {
                Repository = result.Repository,
                Branch = result.Branch,
                Commit = result.Commit,
                Status = CiStatus.Running,
                At = now,
            }
        );
}
