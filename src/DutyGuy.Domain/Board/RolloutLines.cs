namespace DutyGuy.Domain;

/// <summary>Lines about a rollout that serves: its alarm, the decision after it, and a watch that no checklist shows.</summary>
static class RolloutLines
{
    /// <summary>Comes before everything but red main.</summary>
    public static IEnumerable<BoardLine> Alarm(DutyFacts facts)
    {
        if (facts.OnDuty.Person is not null && RolloutAlarm.Of(facts) is { } alarm)
            yield return new BoardLine
            {
                Rule = Rule(facts),
                Rollout = alarm.Rollout,
                Title = alarm.Title,
                Why = $"{alarm.Why} {alarm.Advised}",
                Since = alarm.Since,
                State = LineState.Now,
                Environment = Environments.Production,
            };
    }

    /// <summary>Whoever holds the duty sees that a watch runs, also when its checklist was closed with an earlier turn.</summary>
    /// <param name="lines">The lines so far.</param>
    public static IEnumerable<BoardLine> Watch(DutyFacts facts, IReadOnlyList<BoardLine> lines)
    {
        if (facts.OnDuty.Person is null || facts.Rollouts.LastOrDefault(Watches.IsWatched) is not { } watched)
            yield break;
        if (lines.Any(l => l.Rollout is not null || IsOpen(facts, l)))
            yield break;
        var until = watched.WatchUntil is { } end ? $" until {Moments.Of(end, facts.Now, facts.Playbook.Zone)}" : "";
        yield return new BoardLine
        {
            Rule = Rule(facts),
            Rollout = watched.Id,
            Title = $"Watch {watched.Release}",
            Why = $"It serves production and is watched{until}. {facts.Watch.Says}",
            Since = watched.SwitchedAt,
            State = facts.Main.Now.Colour == MainColour.Failing ? LineState.Waiting : LineState.Now,
        };
    }

    static bool IsOpen(DutyFacts facts, BoardLine line) =>
        line.ChecklistRun is { } id
        && facts.Runs.FirstOrDefault(r => r.Id == id)?.Checklist == Gates.RolloutChecklist(facts.Playbook)?.Id;

    static string Rule(DutyFacts facts) => Gates.RolloutRule(facts.Playbook)?.Id ?? "rollout";
}
