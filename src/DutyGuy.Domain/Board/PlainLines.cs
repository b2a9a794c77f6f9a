using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Lines that are about no error in particular: a checklist to follow, a source that cannot be seen.</summary>
static class PlainLines
{
    public static IEnumerable<BoardLine> Of(RuleLine line, DutyFacts facts)
    {
        if (line.State == RuleLineState.CannotTell)
        {
            yield return Unseen(line, facts);
            yield break;
        }
        var checklist = line.Actions.Select(a => a.Checklist).FirstOrDefault(id => id is not null);
        var run = facts.Runs.LastOrDefault(r => r.Rule == line.Rule.Id && r.ClosedAt is null);
        yield return new BoardLine
        {
            Rule = line.Rule.Id,
            Title = ListOf(facts, run, checklist)?.Name ?? line.Rule.Title,
            Why =
                run is null && FinishedWithout(facts, line.Rule) is { } at
                    ? $"Its checklist was finished at {at.InZone(facts.Playbook.Zone).TimeOfDay:HH:mm} without a rollout. Ship, or say that there is none today."
                    : Why(line, facts),
            Since = Since(line, facts) ?? run?.OpenedAt,
            State = line.State == RuleLineState.Waiting ? LineState.Waiting : LineState.Now,
            Actions = [.. line.Actions.Select(a => a.Words)],
            ChecklistRun = run?.Id,
            Use = RuleUses.Of(ListOf(facts, run, checklist)),
        };
    }

    /// <summary>When today's checklist of a rollout ended although nothing was rolled out.</summary>
    static Instant? FinishedWithout(DutyFacts facts, Rule rule) =>
        RuleUses.Of(facts.Playbook, rule) == RuleUse.Rollout
            ? facts
                .Runs.LastOrDefault(r =>
                    r.Rule == rule.Id && r.End == RunEnd.Finished && r.ClosedAt >= facts.StartOfToday
                )
                ?.ClosedAt
            : null;

    /// <summary>An open run keeps its own version.</summary>
    static Checklist? ListOf(DutyFacts facts, ChecklistRun? run, string? checklist) =>
        (run is null ? null : facts.ChecklistOf(run))
        ?? (checklist is null ? null : facts.Playbook.Checklists.GetValueOrDefault(checklist));

    /// <summary>Checklists in use whose rule asks for nothing any more: the watch after the rollout.</summary>
    public static IEnumerable<BoardLine> OpenRuns(DutyFacts facts, IReadOnlyList<BoardLine> lines, bool held) =>
        from run in facts.Runs
        where facts.OnDuty.Person is not null && run.ClosedAt is null && lines.All(l => l.ChecklistRun != run.Id)
        let checklist = facts.ChecklistOf(run)
        where checklist is not null
        let question = RunProgress.OpenQuestion(facts, run)
        select new BoardLine
        {
            Rule = run.Rule,
            Title = question is null ? checklist.Name : $"Answer: {question}",
            Why = question is null ? WhyOpen(facts, run, checklist) : $"{checklist.Name} is done; this is still open.",
            Question = question,
            Use = RuleUses.Of(checklist),
            Since = run.OpenedAt,
            State = held ? LineState.Waiting : LineState.Now,
            Actions = [$"checklist {run.Checklist}"],
            ChecklistRun = run.Id,
        };

    static string WhyOpen(DutyFacts facts, ChecklistRun run, Checklist checklist)
    {
        var next = Checklists.Current(run, checklist)?.Text ?? "Every step is done.";
        var at = run.OpenedAt.InZone(facts.Playbook.Zone).TimeOfDay;
        return RunProgress.RuleIsSilent(facts, run) ? $"Opened at {at:HH:mm}; its rule does not ask for it now." : next;
    }

    static BoardLine Unseen(RuleLine line, DutyFacts facts)
    {
        var what = line.Unseen?.Fact ?? "a fact of this rule";
        var since = line.Unseen?.Since;
        return new()
        {
            Rule = line.Rule.Id,
            Title = what.StartsWith("ci", StringComparison.Ordinal) ? "Cannot see CI" : $"Cannot see {what}",
            Why =
                facts.Main.Now.Silent is [var silent, ..]
                    ? $"{silent.Words}. Nothing counts as green until it is heard, or somebody says that it is gone."
                : since is { } at
                    ? $"No answer since {at.InZone(facts.Playbook.Zone).TimeOfDay:HH:mm}. Nothing counts as green until it can be seen."
                : "Nothing counts as green until it can be seen.",
            Since = since,
            State = LineState.CannotTell,
        };
    }

    static string Why(RuleLine line, DutyFacts facts)
    {
        if (line.Rule.While is null)
            return line.Rule.Why.Length > 0 ? line.Rule.Why : line.Rule.Title;
        var failing = facts.Main.Now.Broken.Sum(b => b.Newest.FailingTests.Count);
        var where = string.Join(", ", facts.Main.Now.Broken.Select(b => b.Repository).Distinct(StringComparer.Ordinal));
        return failing switch
        {
            0 when where.Length == 0 => line.Rule.Title,
            0 => $"{where} fails.",
            1 => $"1 test of {where} fails.",
            _ => $"{failing} tests of {where} fail.",
        };
    }

    static Instant? Since(RuleLine line, DutyFacts facts) =>
        line.Rule.While is not null ? facts.Main.Now.Since : RuleTime.From(line.Rule.If, facts.Rota.Hours, facts.Today);
}
