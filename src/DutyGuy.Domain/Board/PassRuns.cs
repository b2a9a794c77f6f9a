using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Checklist runs open with their line, tick what ticks itself, and close.</summary>
static class PassRuns
{
    public static Decision Due(DutyFacts facts)
    {
        var all = Decision.None;
        foreach (var run in facts.Runs.Where(r => r.ClosedAt is null))
            all += Changed(facts, run, Now(facts, run));
        return all + Opened(facts);
    }

    /// <summary>Instants at which a waiting step of the run is over.</summary>
    public static IEnumerable<Instant?> WaitsEnd(DutyFacts facts, ChecklistRun run) =>
        from step in facts.ChecklistOf(run)?.Steps ?? []
        where step.Wait is not null && !run.Step(step.Id).IsOver
        select run.Step(step.Id).StartedAt + step.Wait;

    static ChecklistRun Now(DutyFacts facts, ChecklistRun run)
    {
        if (RolledBackRuns.Of(facts, run) is { } back)
            return back;
        if (facts.OnDuty.Person is null || facts.ChecklistOf(run) is not { } checklist || IsOfAnEarlierTurn(facts, run))
            return run with
            {
                ClosedAt = facts.Now,
                End = RunProgress.OpenQuestion(facts, run) is null ? RunEnd.NotFinished : RunEnd.Finished,
            };
        var ticked = Checklists.Tick(facts, run, checklist);
        return ticked.ClosedAt is null && (LoopEnded(facts, run) || Declined(facts, ticked) || GivenUp(facts, ticked))
            ? ticked with
            {
                ClosedAt = facts.Now,
                End = RunEnd.ByItself,
            }
            : ticked;
    }

    /// <summary>The server was off, or a take-over lasted the night: the new turn begins with a new run.</summary>
    static bool IsOfAnEarlierTurn(DutyFacts facts, ChecklistRun run) =>
        facts.Rota.Hours.WorkingDayAt(facts.Now) is { } today && run.OpenedAt < facts.Rota.Hours.StartOf(today);

    /// <summary>
    /// A <c>while:</c> rule that no longer holds, or whose source another duty looks after now, ends its checklist; cannot
    /// tell ends nothing.
    /// </summary>
    static bool LoopEnded(DutyFacts facts, ChecklistRun run) =>
        RuleOf(facts, run)?.While is { } loop
        && (
            DutyLoop.Holds(loop, SituationOf.Duty(facts)) == Tri.No
            || !DutyLoop.IsWatched(loop, SituationOf.Duty(facts))
        );

    /// <summary>Another version of the playbook does not ask for it any more.</summary>
    static bool GivenUp(DutyFacts facts, ChecklistRun run) =>
        RunProgress.IsOrphan(facts, run) && !RunProgress.IsUnderWay(facts, run);

    /// <summary>A declined rollout leaves nothing to push, to watch or to say.</summary>
    static bool Declined(DutyFacts facts, ChecklistRun run) =>
        RuleUses.Of(facts.ChecklistOf(run)) == RuleUse.Rollout
        && facts.Rollouts.Any(r => r.Status == RolloutStatus.Declined && r.StartedAt >= run.OpenedAt);

    static Decision Changed(DutyFacts facts, ChecklistRun before, ChecklistRun after)
    {
        if (before == after)
            return Decision.None;
        var name = facts.ChecklistOf(after)?.Name ?? after.Checklist;
        return after.ClosedAt is null
            ? new() { Rows = [after] }
            : new() { Rows = [after], Facts = [.. Closed(facts, after, name)] };
    }

    static IEnumerable<Fact> Closed(DutyFacts facts, ChecklistRun run, string name)
    {
        var how = run.End switch
        {
            RunEnd.Finished when RunProgress.OpenQuestion(facts, run) is { } question =>
                $"is done; not answered: {question}",
            RunEnd.Finished => "is done",
            RunEnd.ByItself when RunProgress.IsOrphan(facts, run) =>
                "was closed: the playbook does not ask for it any more",
            RunEnd.ByItself => "closed by itself",
            RunEnd.RolledBack => "ended with the roll back",
            _ => "was not finished",
        };
        yield return facts.Fact(
            FactKind.ChecklistClosed,
            "by itself",
            FullStop.After($"{name} {how}"),
            $"run:{run.Id}"
        );
        if (run.End == RunEnd.Finished && RuleUses.Of(facts.ChecklistOf(run)) == RuleUse.Performance)
            yield return facts.Fact(
                FactKind.PerformanceChecked,
                "by itself",
                facts.Comparison?.Answer ?? "The performance check is done."
            );
    }

    static Decision Opened(DutyFacts facts)
    {
        var rules = BoardOf
            .Duty(facts)
            .Lines.Where(l => l is { State: LineState.Now, Subject: null, ChecklistRun: null })
            .Select(l => (l.Rule, Checklist: l.Actions.Select(ChecklistOf).FirstOrDefault(c => c is not null)))
            .Where(l => l.Checklist is not null && !DoneForThisTime(facts, l.Rule));
        var runs = rules.Select(l => New(facts, l.Rule, l.Checklist!)).ToList();
        return new()
        {
            Rows = [.. runs],
            Facts =
            [
                .. runs.Select(r =>
                    facts.Fact(
                        FactKind.ChecklistOpened,
                        "by itself",
                        $"{facts.Playbook.Checklists[r.Checklist].Name} was opened."
                    )
                ),
            ],
        };
    }

    /// <summary>A known flaky red closes its checklist at once; it is not opened again for the same red.</summary>
    static bool DoneForThisTime(DutyFacts facts, string rule) =>
        facts.Runs.Any(r =>
            r.Rule == rule
            && r.End == RunEnd.Finished
            && r.ClosedAt >= facts.StartOfToday
            && (RuleOf(facts, r)?.While is null || r.OpenedAt >= facts.Main.Now.Since)
        );

    static Rule? RuleOf(DutyFacts facts, ChecklistRun run) =>
        facts.PlaybookOf(run).Rules.FirstOrDefault(r => r.Id == run.Rule);

    static ChecklistRun New(DutyFacts facts, string rule, string checklist) =>
        new()
        {
            Duty = facts.Duty.Id,
            Rule = rule,
            Checklist = checklist,
            Version = facts.Version,
            OpenedAt = facts.Now,
        };

    static string? ChecklistOf(string action) =>
        action.StartsWith("checklist ", StringComparison.Ordinal) ? action["checklist ".Length..] : null;
}
