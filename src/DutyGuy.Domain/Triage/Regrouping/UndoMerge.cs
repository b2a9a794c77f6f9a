namespace DutyGuy.Domain;

/// <summary>The error that went into another is one of its own again, with its keys, events, owner and questions.</summary>
internal static class UndoMerge
{
    public static Regrouped Of(
        DutyFacts facts,
        Regrouping what,
        TrackedError kept,
        IReadOnlyList<ErrorKey> known,
        IReadOnlyList<KeptSighting> events,
        IReadOnlyList<Poke> pokes
    )
    {
        var notes = what.Notes;
        var keys = known.Where(k => k.ErrorId == kept.Id && notes.Keys.Contains(k.Key)).ToList();
        var since = events.Where(e => e.Event.Id > notes.LastEvent).ToLookup(e => IsOf(e, keys, known));
        var came = since[true].ToList();
        var questions = pokes.Select(p => Again(what, p, facts)).ToList();
        return new(
            new()
            {
                Rows =
                [
                    Stays(notes, kept, came, [.. since[false]]),
                    Returns(notes, kept, came),
                    .. keys.Select(k => k with { ErrorId = what.Other, At = facts.Now }),
                    .. questions,
                ],
                Messages = [.. pokes.Where(p => p.Answer == PokeAnswer.Withdrawn).Select(p => AskedAgain(what, p))],
            },
            kept.Id
        )
        {
            Moves =
            [
                new EventMove.Back(
                    kept.Id,
                    what.Other,
                    [.. notes.Events, .. came.Select(e => e.Event.Id)],
                    [.. came.Select(e => e.Seen.UserKey).OfType<string>().Distinct(StringComparer.Ordinal)]
                ),
            ],
        };
    }

    // What came meanwhile belongs where its keys say now.
    private static bool IsOf(KeptSighting e, IReadOnlyList<ErrorKey> back, IReadOnlyList<ErrorKey> known)
    {
        var first = e.Found.FirstOrDefault(key => known.Any(k => k.Key == key));
        return back.Any(k => k.Key == first);
    }

    private static TrackedError Stays(
        RegroupingNotes notes,
        TrackedError kept,
        IReadOnlyList<KeptSighting> came,
        IReadOnlyList<KeptSighting> stay
    )
    {
        var was = Restored.Of(notes, kept) with
        {
            Events = Math.Max(0, notes.Before.Events + kept.Events - notes.After.Events - came.Count),
            LastSeen = stay.Select(e => e.Event.At).Append(notes.Before.LastSeen).Max(),
        };
        return OwnerWentAlong(notes, kept) ? ErrorOwner.Of(notes.Before).On(was) : was;
    }

    private static TrackedError Returns(RegroupingNotes notes, TrackedError kept, IReadOnlyList<KeptSighting> came)
    {
        var other = notes.Other with
        {
            Events = notes.Other.Events + came.Count,
            LastSeen = came.Select(e => e.Event.At).Append(notes.Other.LastSeen).Max(),
        };
        return OwnerWentAlong(notes, kept) ? ErrorOwner.Of(kept).On(other) : other;
    }

    // Its owner was the other's before, and what they said since they said about that one.
    private static bool OwnerWentAlong(RegroupingNotes notes, TrackedError kept) =>
        notes.Before.Assignee is null && notes.Other.Assignee is { } owner && kept.Assignee == owner;

    // The time in which nobody waited for the answer does not count.
    private static Poke Again(Regrouping what, Poke poke, DutyFacts facts) =>
        poke.Answer == PokeAnswer.Withdrawn
            ? poke with
            {
                Answer = null,
                AnsweredAt = null,
                AnswerBy = poke.AnswerBy + (facts.Now - what.At),
            }
            : poke with
            {
                ErrorId = what.Other,
                Life = what.Notes.Other.Life,
            };

    private static NewMessage AskedAgain(Regrouping what, Poke poke) =>
        new(
            OutboxKind.Message,
            $"ask again({poke.Id}, {what.Id})",
            poke.Person,
            $"“{what.Notes.Other.Title}” is an error of its own after all: is it yours? Answer: taken, not me, or later.",
            $"/pokes/{poke.Id}"
        );
}
