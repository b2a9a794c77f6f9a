using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The press on the button.</summary>
/// <param name="By">Who pressed.</param>
/// <param name="Confirm">The release or short commit that the page showed.</param>
/// <param name="OverrideReason">Why shut gates are passed.</param>
/// <param name="Kind">Daily or hot fix.</param>
public sealed record RolloutPress(string By, string Confirm, string? OverrideReason, RolloutKind Kind)
{
    /// <summary>Gates that cannot tell and were looked at, by name or step.</summary>
    public IReadOnlyList<string> Looked { get; init; } = [];

    /// <summary>Why there is no way back behind what ships; null when nobody said so.</summary>
    public string? NoWayBack { get; init; }
}

/// <summary>What came of the press.</summary>
public abstract record RolloutStarted
{
    /// <summary>A new rollout begins.</summary>
    public sealed record Begins(Rollout Rollout, Decision Decision) : RolloutStarted;

    /// <summary>It was begun before; nothing happens twice.</summary>
    public sealed record Already(Rollout Rollout) : RolloutStarted;

    /// <summary>Gates are shut.</summary>
    public sealed record Shut(IReadOnlyList<Gate> Gates) : RolloutStarted;

    /// <summary>Not possible.</summary>
    public sealed record Refused(Refusal Why) : RolloutStarted;
}

/// <summary>Decides what a press on the button leads to.</summary>
public static class RolloutStart
{
    /// <summary>At most one rollout of a commit at a time; an engineer on duty alone, nobody has to approve.</summary>
    public static RolloutStarted Press(DutyFacts facts, RolloutPress press)
    {
        if (NotOnDuty(facts, press.By) is { } refusal)
            return new RolloutStarted.Refused(refusal);
        var running = facts.Rollouts.LastOrDefault(r =>
            r.IsRunning || (r.Status == RolloutStatus.Watching && Names(r, press.Confirm))
        );
        if (running is not null)
            return Names(running, press.Confirm)
                ? new RolloutStarted.Already(running)
                : new RolloutStarted.Refused(
                    Refusal.Conflict($"Rollout {running.Id} is not over yet. Watch it end first.")
                );
        if (RolloutDay.Rejected(facts) is { } rejected)
            return new RolloutStarted.Refused(RejectionGate.Refusal(facts, rejected));
        facts = ShipState.Choose(facts, press.Confirm);
        if (facts.Ship.Candidate is not { } commit)
            return new RolloutStarted.Refused(
                Refusal.Conflict("There is nothing to ship: no commit of main has passed.")
            );
        if (press.Confirm.Length < 4 || !commit.Sha.StartsWith(press.Confirm, StringComparison.OrdinalIgnoreCase))
            return new RolloutStarted.Refused(
                Refusal.Conflict(
                    $"“{press.Confirm}” is not what would ship now. That is {Short(commit.Sha)}. Look again."
                )
            );
        var gates = Gates.Of(facts, press.Kind);
        // What runs already can only be deployed once more: a hot fix, which never uses up the day.
        if (facts.Ship.NothingToShip)
            press = press with { Kind = RolloutKind.HotFix };
        if (LookedAt.Wrong(gates, press.Looked) is { } wrong)
            return new RolloutStarted.Refused(wrong);
        var shut = gates.Where(g => g.State != Tri.Yes && !LookedAt.Passes(g, press.Looked)).ToList();
        return shut.Count == 0 || !string.IsNullOrWhiteSpace(press.OverrideReason)
            ? Begin(facts, press, commit, gates, shut)
            : new RolloutStarted.Shut(gates);
    }

    /// <summary>The sentence for who may not: only who is on duty ships.</summary>
    public static Refusal? NotOnDuty(DutyFacts facts, string person) =>
        facts.OnDuty.Person switch
        {
            null => Refusal.NotAllowed("Nobody is on duty. Take over first."),
            { } other when other != person => Refusal.NotAllowed($"{facts.NameOf(other)} is on duty. Take over first."),
            _ => null,
        };

    static RolloutStarted.Begins Begin(
        DutyFacts facts,
        RolloutPress press,
        MainCommit commit,
        IReadOnlyList<Gate> gates,
        IReadOnlyList<Gate> shut
    )
    {
        var rollout = new Rollout
        {
            Environment = Environments.Production,
            Kind = press.Kind,
            Release = Short(commit.Sha),
            From = facts.Ship.Running,
            FromRelease = facts.Ship.RunningRelease,
            To = commit.Sha,
            Status = RolloutStatus.Waiting,
            Duty = facts.Duty.Id,
            StartedBy = press.By,
            StartedAt = facts.Now,
            OverrideReason = shut.Count == 0 ? null : press.OverrideReason,
            Looked = [.. gates.Where(g => LookedAt.Passes(g, press.Looked)).Select(g => g.Name)],
            Mends = press.Kind == RolloutKind.Daily ? Mending.By(facts) : null,
            NoWayBack = OneWayChange.NoWayBack(OneWayChange.Of(facts.Ship), press.NoWayBack),
        };
        return new(rollout, Started(facts, rollout, shut));
    }

    /// <summary>Tells the team what ships, whose it is, and who watches; once for a commit and a day.</summary>
    public static Decision Notice(DutyFacts facts, string by)
    {
        if (facts.Ship.Candidate is not { } commit)
            return Decision.None;
        var changes = facts.Ship.Changes ?? [];
        var authors = changes.Select(c => Culprit.AuthorOf(facts, c) ?? c.AuthorName).Distinct(StringComparer.Ordinal);
        var who = facts.NameOf(by);
        var whose = changes.Count == 0 ? "" : $" by {string.Join(", ", authors.Select(facts.NameOf))}";
        var told = $"{who} rolls out {Short(commit.Sha)}: {facts.Ship.Count}{whose}. {who} watches.";
        var key = $"rollout notice({commit.Sha}, {facts.Today:uuuu-MM-dd})";
        return new() { Messages = [new(OutboxKind.Announce, key, NewMessage.Team, told, "/rollout")] };
    }

    static Decision Started(DutyFacts facts, Rollout rollout, IReadOnlyList<Gate> shut)
    {
        var who = facts.NameOf(rollout.StartedBy!);
        var looked =
            rollout.Looked.Count == 0
                ? ""
                : " " + FullStop.After($"Could not be told, looked at: {string.Join("; ", rollout.Looked)}");
        var begun = new Decision
        {
            Rows = [rollout],
            Facts =
            [
                facts.Fact(
                    FactKind.RolloutStarted,
                    rollout.StartedBy!,
                    $"{who} began the rollout of {rollout.Release}.{looked}"
                ),
            ],
            Messages = RolloutSteps.NoticeIsLeftOut(facts) ? [] : Notice(facts, rollout.StartedBy!).Messages,
        };
        return rollout.OverrideReason is null ? begun : begun + Overridden(facts, rollout, shut);
    }

    /// <summary>An override is logged; the process owners get all of a week together (<see cref="PassOverrides"/>).</summary>
    static Decision Overridden(DutyFacts facts, Rollout rollout, IReadOnlyList<Gate> shut)
    {
        var names = string.Join("; ", shut.Select(g => g.Name));
        var text = $"{facts.NameOf(rollout.StartedBy!)} passed a shut gate ({names}): {rollout.OverrideReason}";
        return new() { Facts = [facts.Fact(FactKind.GateOverridden, rollout.StartedBy!, text)] };
    }

    static bool Names(Rollout rollout, string confirm) =>
        rollout.Release.Equals(confirm, StringComparison.OrdinalIgnoreCase)
        || (confirm.Length >= 4 && rollout.To.StartsWith(confirm, StringComparison.OrdinalIgnoreCase));

    static string Short(string sha) => sha[..Math.Min(7, sha.Length)];
}
