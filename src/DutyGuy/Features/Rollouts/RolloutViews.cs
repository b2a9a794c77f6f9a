using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Features.Rollouts;

/// <summary>A rollout as the list shows it.</summary>
public sealed record RolloutItem(
    long Id,
    string Service,
    string Environment,
    RolloutKind Kind,
    string Release,
    string? From,
    string? FromRelease,
    string To,
    RolloutStatus Status,
    string? Duty,
    string? StartedBy,
    Instant StartedAt,
    Instant? SwitchedAt,
    Instant? EndedAt,
    Instant? WatchUntil,
    string? OverrideReason,
    string? RolledBackBy,
    string? RollBackReason
)
{
    public static RolloutItem Of(Rollout r) =>
        new(
            r.Id,
            r.Service,
            r.Environment,
            r.Kind,
            r.Release,
            r.From,
            r.FromRelease,
            r.To,
            r.Status,
            r.Duty,
            r.StartedBy,
            r.StartedAt,
            r.SwitchedAt,
            r.EndedAt,
            r.WatchUntil,
            r.OverrideReason,
            r.RolledBackBy,
            r.RollBackReason
        );
}

/// <summary>One commit that ships; <c>Person</c> is its author's handle when they are of the team.</summary>
public sealed record ChangeView(string Commit, string Title, string Author, string? Person, string? Url);

/// <summary>How a gate stands; what cannot be told is shut.</summary>
public enum GateState
{
    Pass,
    Fail,
    CannotTell,
}

/// <summary>Who deploys: our command, or a person.</summary>
public enum Deploys
{
    Command,
    ByHand,
}

/// <summary>A gate: pass, fail or cannot tell.</summary>
public sealed record GateView(string Gate, GateState State, string Why, string? Step)
{
    public static GateView Of(Gate gate) =>
        new(
            gate.Name,
            gate.State switch
            {
                Tri.Yes => GateState.Pass,
                Tri.No => GateState.Fail,
                _ => GateState.CannotTell,
            },
            gate.Why,
            gate.Step
        );
}

/// <summary>
/// The watch after the switch; one cell a minute: yes as before, no worse, cannot tell. <c>Calls</c> are the endpoints that
/// got worse, with the minute since the switch-over; what to do about it a person decides. <c>Says</c> names what is
/// watched, half of the evidence as half, and why it cannot be told.
/// </summary>
public sealed record WatchView(
    Tri Health,
    WatchAdvice? Advice,
    string Says,
    IReadOnlyList<string> Findings,
    IReadOnlyList<WatchCall> Calls,
    IReadOnlyList<Tri> Minutes,
    Instant? Until
);

/// <summary>The watch advised to look or to roll back: the worst advice, since when, and why.</summary>
public sealed record AlarmView(WatchAdvice Advice, Instant? Since, string? Why);

/// <summary>A line that the command printed.</summary>
public sealed record OutputLine(Instant At, string Text);

/// <summary>One rollout with all that is known of it; without <c>ChangesKnown</c> the list of changes is empty, which says nothing.</summary>
public sealed record RolloutView(
    long Id,
    string Service,
    string Environment,
    RolloutKind Kind,
    string Release,
    string? From,
    string? FromRelease,
    string To,
    RolloutStatus Status,
    string? Duty,
    string? StartedBy,
    Instant StartedAt,
    Instant? SwitchedAt,
    Instant? EndedAt,
    string? OverrideReason,
    IReadOnlyList<string> Looked,
    long? Mends,
    string? NoWayBack,
    string? RolledBackBy,
    string? RollBackReason,
    IReadOnlyList<ChangeView> Changes,
    bool ChangesKnown,
    IReadOnlyList<GateView> Gates,
    IReadOnlyList<OutputLine> Log,
    WatchView? Watch,
    AlarmView? Alarm,
    string? KeptBy,
    string? CouldNotTell
);

/// <summary>What was rolled back and is not mended: nothing that contains it ships.</summary>
public sealed record RejectedView(long Hold, string Commit, Instant At, string By, string Why);

/// <summary>What would ship now; <c>ChangesKnown</c> is false where it is not known what runs.</summary>
public sealed record NextView(
    string Duty,
    string? Release,
    string? From,
    string? FromRelease,
    string? To,
    IReadOnlyList<ChangeView> Changes,
    bool ChangesKnown,
    bool NothingToShip,
    IReadOnlyList<OneWayChange> OneWay,
    RejectedView? Rejected,
    IReadOnlyList<GateView> Gates,
    bool CanShip,
    Deploys By,
    long? Running
);
