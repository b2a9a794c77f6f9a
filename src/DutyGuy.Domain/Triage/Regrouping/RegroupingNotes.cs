namespace DutyGuy.Domain;

/// <summary>How things were when a person merged or split.</summary>
/// <param name="Before">The error that stayed, before.</param>
/// <param name="After">The same, after.</param>
/// <param name="Other">The one that went into it, before; or the one that was split off, as it began.</param>
/// <param name="Keys">Keys that went to the other side.</param>
/// <param name="Events">Numbers of the kept events that did.</param>
/// <param name="LastEvent">The newest kept event of both: what has a higher number came later.</param>
/// <param name="Pokes">Questions that were withdrawn or went along.</param>
/// <param name="Chosen">The kinds that were split off.</param>
public sealed record RegroupingNotes(
    TrackedError Before,
    TrackedError After,
    TrackedError Other,
    IReadOnlyList<string> Keys,
    IReadOnlyList<long> Events,
    long LastEvent,
    IReadOnlyList<long> Pokes,
    IReadOnlyList<string> Chosen
);
