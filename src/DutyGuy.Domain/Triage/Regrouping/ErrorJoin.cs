namespace DutyGuy.Domain;

/// <summary>One error goes into another: what becomes of both, of owners and of questions.</summary>
/// <param name="Decision">Both errors, the questions and the messages.</param>
/// <param name="Kept">The one that stays, as it is then.</param>
/// <param name="Pokes">Questions that were withdrawn or went along.</param>
internal sealed record ErrorJoin(Decision Decision, TrackedError Kept, IReadOnlyList<long> Pokes)
{
    public static ErrorJoin Of(DutyFacts facts, TrackedError stays, TrackedError goes, string by)
    {
        var asked = facts.Pokes.Where(p => p.ErrorId == goes.Id && p.Life == goes.Life).ToList();
        var open = asked.Where(p => p.Answer is null).ToList();
        var kept = Owned(stays, goes, One(stays, goes, asked));
        // Who is asked, and owns it now, is asked still: about the one that stays.
        var along = open.Where(p => stays.Assignee is null && p.Person == goes.Assignee).ToList();
        var withdrawn = open.Except(along).ToList();
        return new(
            new()
            {
                Rows =
                [
                    kept,
                    goes with
                    {
                        Status = ErrorStatus.Merged,
                        MergedInto = stays.Id,
                    },
                    .. along.Select(p => p with { ErrorId = stays.Id, Life = stays.Life }),
                    .. withdrawn.Select(p => p with { Answer = PokeAnswer.Withdrawn, AnsweredAt = facts.Now }),
                ],
                Messages =
                [
                    .. withdrawn.Select(p => NeverMind(facts, p.Person, $"withdraw({p.Id}, {p.AnswerBy})", kept, goes)),
                    .. LosesIt(stays, goes, by, withdrawn)
                        ? (NewMessage[])
                            [NeverMind(facts, goes.Assignee!, $"merge({goes.Id}, {goes.Life}, {stays.Id})", kept, goes)]
                        : [],
                ],
            },
            kept,
            [.. open.Select(p => p.Id)]
        );
    }

    private static TrackedError One(TrackedError stays, TrackedError goes, IReadOnlyList<Poke> asked)
    {
        var first = goes.CreatedAt < stays.CreatedAt ? goes : stays;
        var newest = goes.LastSeen > stays.LastSeen ? goes : stays;
        return stays with
        {
            CreatedAt = first.CreatedAt,
            RegressedAt = first.RegressedAt,
            FirstRelease = first.FirstRelease,
            FirstSeen = goes.FirstSeen < stays.FirstSeen ? goes.FirstSeen : stays.FirstSeen,
            LastSeen = newest.LastSeen,
            Culprit = newest.Culprit,
            Frames = newest.Frames,
            Endpoint = newest.Endpoint ?? stays.Endpoint,
            Events = stays.Events + goes.Events,
            SupportContacts =
                stays.SupportContacts + goes.SupportContacts ?? stays.SupportContacts ?? goes.SupportContacts,
            Baseline = stays.Baseline && goes.Baseline,
            TicketLife = goes.TicketLife == goes.Life ? stays.Life : stays.TicketLife,
            Asked = [.. stays.Asked.Union(goes.Asked).Union(asked.Select(p => p.Person))],
        };
    }

    // Its own owner, else the other's.
    private static TrackedError Owned(TrackedError stays, TrackedError goes, TrackedError kept) =>
        stays.Assignee is not null ? kept : ErrorOwner.Of(goes).On(kept);

    // Who took it, or was named, and is not asked: they hear where it went.
    private static bool LosesIt(TrackedError stays, TrackedError goes, string by, IReadOnlyList<Poke> withdrawn) =>
        goes.Assignee is { } owner
        && stays.Assignee is { } other
        && owner != other
        && owner != by
        && !withdrawn.Any(p => p.Person == owner);

    private static NewMessage NeverMind(
        DutyFacts facts,
        string person,
        string key,
        TrackedError kept,
        TrackedError goes
    ) =>
        new(
            OutboxKind.Message,
            key,
            person,
            $"Never mind “{goes.Title}”: it is the same as “{kept.Title}”"
                + (
                    kept.Assignee is not { } owner ? "."
                    : owner == person ? ", which you have already."
                    : $", which {facts.NameOf(owner)} has."
                ),
            $"/triage/{kept.Id}"
        );
}
