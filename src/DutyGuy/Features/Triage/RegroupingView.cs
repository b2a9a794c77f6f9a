using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Features.Triage;

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
