using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A person says that some events of an error are another one; coming events of their kind go with them.</summary>
public static class ErrorSplit
{
    /// <summary>Splits kinds of events off; who is on duty, or the owner. Pressed again nothing happens.</summary>
    /// <param name="facts">What the duty knows.</param>
    /// <param name="error">The error.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="chosen">Keys of the kinds (<see cref="ErrorVariant"/>).</param>
    /// <param name="kept">Its kept events.</param>
    /// <param name="known">The keys that it knows.</param>
    /// <param name="before">What was merged and split of it, and stands.</param>
    public static Outcome<SplitOff> Of(
        DutyFacts facts,
        TrackedError error,
        string by,
        IReadOnlyCollection<string> chosen,
        IReadOnlyList<KeptSighting> kept,
        IReadOnlyList<ErrorKey> known,
        IReadOnlyList<Regrouping> before
    )
    {
        if (ErrorActs.NotTheirs(facts, by, error) is { } notTheirs)
            return notTheirs;
        if (before.LastOrDefault(r => IsSame(r, error, chosen)) is { } done)
            return new SplitOff.Already(done.Other);
        if ((ErrorMerge.NotOpen(error) ?? Refuse(ErrorVariant.Of(kept), chosen)) is { } refusal)
            return refusal;
        var parts = kept.ToLookup(e => chosen.Contains(ErrorVariant.KeyOf(e)));
        return new SplitOff.New(facts, error, by, [.. chosen], [.. parts[true]], [.. parts[false]], known);
    }

    private static bool IsSame(Regrouping r, TrackedError error, IReadOnlyCollection<string> chosen) =>
        r.Kind == RegroupingKind.Split
        && r.Kept == error.Id
        && r.UndoneAt is null
        && chosen.ToHashSet(StringComparer.Ordinal).SetEquals(r.Notes.Chosen);

    private static Refusal? Refuse(IReadOnlyList<ErrorVariant> kinds, IReadOnlyCollection<string> chosen) =>
        kinds.Count == 0 ? Refusal.Conflict("No event of it is kept any more, so there is nothing to split.")
        : kinds.Count == 1
            ? Refusal.Conflict(
                "Its kept events are all alike: place, caller and words are the same, so nothing tells one error from another."
            )
        : chosen.Count == 0 ? Refusal.Invalid("Choose the events that are another error.", "variants")
        : chosen.FirstOrDefault(c => kinds.All(k => k.Key != c)) is { } unknown
            ? Refusal.Invalid(
                $"There are no events “{unknown}” in this error. Load it again and choose anew.",
                "variants"
            )
        : kinds.All(k => chosen.Contains(k.Key))
            ? Refusal.Invalid("These are all its events. Leave at least one kind in this error.", "variants")
        : null;
}
