using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>Why the events of an error are one, the kinds among them, and what people said about it.</summary>
public sealed record GroupingView(
    WhyView? Why,
    IReadOnlyList<ErrorVariant> Variants,
    IReadOnlyList<RegroupingView> Regroupings
)
{
    public static async Task<GroupingView> Load(DutyDb db, long error, Instant now)
    {
        var kept = await db.KeptSightings(error);
        var standing = await db.StandingOf(error);
        return new(
            kept.Count == 0 ? null : WhyView.Of(kept[^1].Cause),
            ErrorVariant.Of(kept),
            [.. standing.Select(r => RegroupingView.Of(r, error, standing, now))]
        );
    }
}

/// <summary>Why the events are one, as the newest of them says.</summary>
public sealed record WhyView(FaultRule Rule, string Sentence, string Place, string Function, Frame? Frame)
{
    public static WhyView Of(ErrorCause cause) =>
        new(cause.Rule, GroupingWords.Of(cause), cause.Place, cause.Function, cause.Fault);
}

/// <summary>
/// That somebody merged or split: <c>other</c> is the error on the other side; until <c>undoUntil</c> <c>POST undo/{fact}</c>
/// takes it back.
/// </summary>
public sealed record RegroupingView(
    RegroupingKind What,
    long Other,
    string Title,
    string By,
    Instant At,
    long Fact,
    Instant? UndoUntil
)
{
    /// <summary>This error is the one that was split off.</summary>
    public bool SplitOff { get; init; }

    public static RegroupingView Of(Regrouping r, long error, IReadOnlyList<Regrouping> standing, Instant now) =>
        new(
            r.Kind,
            r.Kept == error ? r.Other : r.Kept,
            r.Kept == error ? r.Notes.Other.Title : r.Notes.Before.Title,
            r.By,
            r.At,
            r.Fact,
            // Only the last one can be taken back.
            r.Id == standing[^1].Id
            && now <= r.UndoUntil
                ? r.UndoUntil
                : null
        )
        {
            SplitOff = r.Kind == RegroupingKind.Split && r.Other == error,
        };
}
