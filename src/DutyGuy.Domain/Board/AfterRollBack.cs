namespace DutyGuy.Domain;

/// <summary>After a roll back the line of the day asks what mended it; a rejected release that serves is a line too.</summary>
public static class AfterRollBack
{
    /// <summary>What the line asks for.</summary>
    public const string SayWhatMended = "say what mended it";

    /// <summary>What is to be looked at.</summary>
    public const string WentOut = "look at what serves";

    /// <summary>The lines with these in the place of the rollout's own.</summary>
    public static IReadOnlyList<BoardLine> Lines(DutyFacts facts, IReadOnlyList<BoardLine> lines)
    {
        if (
            facts.OnDuty.Person is null
            || Gates.RolloutRule(facts.Playbook) is not { } rule
            || Rejection.Of(facts) is not { Standing: { } hold } rejection
        )
            return lines;
        var before = lines.TakeWhile(l => l.Rule != rule.Id || l.Subject is not null).ToList();
        var after = lines.Skip(before.Count).Where(l => l.Rule != rule.Id || l.Subject is not null);
        var line = Line(facts, rule, hold);
        var elsewhere = rejection
            .AllStanding.Where(h => Serves(facts, rejection, h))
            .Select(h => WentOutLine(line, facts.Rollouts.Last(IsSwitched), h));
        return [.. before, .. elsewhere.TakeLast(1), line, .. after];
    }

    /// <summary>Whether what production serves since the roll back has what was rolled back in it.</summary>
    public static bool Serves(DutyFacts facts, Rejection rejection, Hold hold) =>
        facts.Rollouts.LastOrDefault(IsSwitched) is { Status: not RolloutStatus.RolledBack } last
        && last.Id != hold.RolloutId
        && last.SwitchedAt >= hold.At
        && (
            rejection.IsIn(hold, last.To, last.Release) == Tri.Yes
            || facts.Rollouts.Any(r => r.Id == hold.RolloutId && r.Release == last.Release)
        );

    static bool IsSwitched(Rollout rollout) => rollout.SwitchedAt is not null;

    static BoardLine Line(DutyFacts facts, Rule rule, Hold hold) =>
        new()
        {
            Rule = rule.Id,
            Title = $"Say what mended {Mending.NameOf(hold)}",
            Why = RejectionGate.Why(facts, hold),
            State = facts.Main.Now.Colour == MainColour.Failing ? LineState.Waiting : LineState.Now,
            Actions = [SayWhatMended],
        };

    static BoardLine WentOutLine(BoardLine line, Rollout serves, Hold hold) =>
        line with
        {
            Title = $"Rejected release went out elsewhere: {serves.Release}",
            Why = $"{Mending.NameOf(hold)} was rolled back and is in it. Take it back, or say what mended it.",
            Since = serves.SwitchedAt,
            State = LineState.Now,
            Actions = [WentOut],
        };
}
