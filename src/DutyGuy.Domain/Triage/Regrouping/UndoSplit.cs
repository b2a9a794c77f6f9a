namespace DutyGuy.Domain;

/// <summary>The error that was split off goes back into the other, which is as it was, with what came since.</summary>
internal static class UndoSplit
{
    public static Regrouped Of(
        DutyFacts facts,
        Regrouping what,
        TrackedError kept,
        TrackedError other,
        string by,
        IReadOnlyList<ErrorKey> known
    )
    {
        var was = Restored.Of(what.Notes, kept) with
        {
            Events = Math.Max(
                0,
                what.Notes.Before.Events + kept.Events - what.Notes.After.Events - what.Notes.Other.Events
            ),
        };
        var joined = ErrorJoin.Of(facts, was, other, by);
        var whole = joined.Kept with
        {
            CreatedAt = was.CreatedAt,
            RegressedAt = was.RegressedAt,
            FirstRelease = was.FirstRelease,
            FirstSeen = was.FirstSeen,
            Baseline = was.Baseline,
            Asked = was.Asked,
        };
        return new(
            joined.Decision
                + new Decision
                {
                    Rows =
                    [
                        whole,
                        .. known
                            .Where(k => k.ErrorId == other.Id)
                            .Select(k => k with { ErrorId = kept.Id, At = facts.Now }),
                    ],
                },
            kept.Id
        )
        {
            Moves = [new EventMove.All(other.Id, kept.Id)],
        };
    }
}
