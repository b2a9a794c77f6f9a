using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Within ten minutes a merge or split is taken back: both errors are as they were, but for what happened since.</summary>
public static class TakeBack
{
    /// <summary>Takes it back; who is on duty, or an owner. Pressed again nothing happens.</summary>
    /// <param name="facts">What the duty knows.</param>
    /// <param name="what">What is taken back.</param>
    /// <param name="later">What was merged and split of both errors since, and stands.</param>
    /// <param name="kept">The error that stayed, as it is now.</param>
    /// <param name="other">The one that went, or was split off, as it is now.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="known">The keys that both know.</param>
    /// <param name="events">The kept events of the error that stayed.</param>
    /// <param name="pokes">The questions that were withdrawn or went along.</param>
    public static Outcome<Regrouped> Of(
        DutyFacts facts,
        Regrouping what,
        IReadOnlyList<Regrouping> later,
        TrackedError kept,
        TrackedError other,
        string by,
        IReadOnlyList<ErrorKey> known,
        IReadOnlyList<KeptSighting> events,
        IReadOnlyList<Poke> pokes
    )
    {
        if (ErrorActs.NotTheirs(facts, by, kept, what.Notes.Other, other) is { } notTheirs)
            return notTheirs;
        if (what.UndoneAt is not null)
            return Regrouped.Already(kept.Id);
        if (facts.Now > what.UndoUntil)
            return Refusal.Conflict(TooLate(what.Kind));
        if (later.Count > 0)
            return Refusal.Conflict("One of these errors was merged or split again since. Take that back first.");
        var back =
            what.Kind == RegroupingKind.Merge
                ? UndoMerge.Of(facts, what, kept, known, events, pokes)
                : UndoSplit.Of(facts, what, kept, other, by, known);
        var text =
            $"{facts.NameOf(by)} took it back: “{what.Notes.Other.Title}” and “{kept.Title}” are {(what.Kind == RegroupingKind.Merge ? "two errors" : "one error")} again.";
        var told = new Decision { Facts = [facts.Fact(FactKind.TakenBack, by, text, $"error:{kept.Id}")] };
        return back with { Decision = told + back.Decision, Row = what with { UndoneAt = facts.Now } };
    }

    private static string TooLate(RegroupingKind kind) =>
        kind == RegroupingKind.Merge
            ? "Ten minutes are over. Split the error instead: choose on its page the events that are another one."
            : "Ten minutes are over. Merge the two errors instead: say on the page of one that it is the same as the other.";
}
