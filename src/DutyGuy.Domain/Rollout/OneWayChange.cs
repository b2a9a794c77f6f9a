namespace DutyGuy.Domain;

/// <summary>A change behind which there is no way back.</summary>
/// <param name="Commit">Its commit.</param>
/// <param name="Why">Why: the words of its trailer, or the pattern of paths that it touches.</param>
public sealed record OneWayChange(string Commit, string Why)
{
    const int MostSaid = 5;

    /// <summary>Those among what would ship.</summary>
    public static IReadOnlyList<OneWayChange> Of(ShipState ship) => Of(ship.Changes, ship.Candidate);

    /// <summary>Those among the changes of a rollout; where they are not known, of what ships itself.</summary>
    public static IReadOnlyList<OneWayChange> Of(IReadOnlyList<MainCommit>? changes, MainCommit? ships) =>
        [
            .. (changes ?? (ships is null ? [] : [ships]))
                .Where(c => c.OneWay is not null)
                .Select(c => new OneWayChange(c.Sha, c.OneWay!)),
        ];

    /// <summary>Why there is no way back behind a rollout: its marked changes, and what was said before the press.</summary>
    public static string? NoWayBack(IReadOnlyList<OneWayChange> marked, string? said)
    {
        var parts = marked.Take(MostSaid).Select(m => $"{Short(m.Commit)}: {m.Why}").ToList();
        if (marked.Count > MostSaid)
            parts.Add($"and {marked.Count - MostSaid} more");
        if (!string.IsNullOrWhiteSpace(said))
            parts.Add(said.Trim());
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    /// <summary>What to do where there is no way back.</summary>
    public static string Instead(Rollout rollout) =>
        $"There is no way back behind {rollout.Release} ({FullStop.Without(rollout.NoWayBack)}). "
        + "Ship a fix forward: mend it on main, and roll that out, as a hot fix when it cannot wait.";

    /// <summary>A yes-or-no question before the button that was answered yes: it asks whether there is a way back.</summary>
    public static Step? AnsweredYes(DutyFacts facts) =>
        Gates.RolloutChecklist(facts.Playbook) is { } checklist
        && facts.Runs.LastOrDefault(r => r.Checklist == checklist.Id && r.ClosedAt is null) is { } run
            ? (facts.ChecklistOf(run) ?? checklist)
                .Steps.TakeWhile(s => s.Run?.Kind != ActionKind.DeployProduction)
                .FirstOrDefault(s => s.Ask == AskKind.YesOrNo && run.Step(s.Id).Answer == "yes")
            : null;

    /// <summary>Where there is no way back, nobody is told to go it.</summary>
    public static WatchAdvice? Advice(Rollout rollout, WatchAdvice? advice) =>
        advice == WatchAdvice.RollBack && rollout.NoWayBack is not null ? WatchAdvice.FixForward : advice;

    static string Short(string commit) => commit[..Math.Min(Rejection.ShortestName, commit.Length)];
}
