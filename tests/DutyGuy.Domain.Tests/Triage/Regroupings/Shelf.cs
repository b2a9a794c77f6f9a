using NodaTime;

namespace DutyGuy.Domain.Tests.Triage;

/// <summary>Errors with their keys, events and questions as the store keeps them, without a store; Ann is on duty.</summary>
internal sealed class Shelf
{
    private readonly Dictionary<long, TrackedError> errors = [];
    private readonly Dictionary<string, long> keys = new(StringComparer.Ordinal);
    private readonly List<KeptSighting> events = [];
    private readonly List<Poke> pokes = [];
    private readonly List<Regrouping> rows = [];
    private long ids = 100;

    public Instant Now { get; set; } = Known.At(10);

    public List<NewMessage> Sent { get; } = [];

    public List<Fact> Facts { get; } = [];

    public IReadOnlyList<Poke> Pokes => pokes;

    public TrackedError this[long id] => errors[id];

    public IReadOnlyList<ErrorVariant> Kinds(long error) => ErrorVariant.Of(Kept(error));

    /// <summary>An event of a function, from a caller and with words; gives the error that it belongs to.</summary>
    public long Comes(string function = "total", string caller = "cart", string words = "it broke", string? user = null)
    {
        var seen = Seen(function, caller, words, user);
        var cause = ErrorCause.Of(seen).Keys;
        var error = cause.Finer.Append(cause.Cause).Select(k => keys.GetValueOrDefault(k)).FirstOrDefault(e => e != 0);
        if (error == 0)
        {
            error = ++ids;
            errors[error] = Known.Error(error) with
            {
                Title = $"{function}: {words}",
                CreatedAt = Now,
                FirstSeen = Now,
                Events = 0,
                Users = 0,
            };
        }
        keys.TryAdd(cause.Cause, error);
        events.Add(
            new(
                new()
                {
                    Id = ++ids,
                    ErrorId = error,
                    EventId = $"e{ids}",
                    At = Now,
                    Json = "",
                },
                seen
            )
        );
        errors[error] = errors[error] with { Events = errors[error].Events + 1, LastSeen = Now };
        return error;
    }

    public static ErrorSighting Seen(string function, string caller, string words, string? user = null)
    {
        Frame[] frames = [new("/app/shop/cart.js", 9, function, true), new("/app/shop/pages.js", 31, caller, true)];
        return new()
        {
            EventId = "e",
            Environment = "staging",
            Platform = "node",
            Title = words,
            Frames = frames,
            Chain = [new("TypeError", words, frames)],
            UserKey = user,
        };
    }

    public void Change(long error, Func<TrackedError, TrackedError> change) => errors[error] = change(errors[error]);

    public void Asks(long error, string person)
    {
        pokes.Add(Known.Poke(error, person, Now) with { Id = ++ids });
        Change(error, e => e with { Assignee = person, Ownership = Ownership.Poked });
    }

    public void Answers(long poke, PokeAnswer answer)
    {
        var asked = pokes.Single(p => p.Id == poke);
        Keep(Domain.Pokes.Answer(Duty(), asked, errors[asked.ErrorId!.Value], answer).Value!);
    }

    public Outcome<Regrouped> Merge(long one, long two, string by = "ann") =>
        Done(
            ErrorMerge.Of(
                Duty(),
                errors[one],
                errors[two],
                by,
                KeyRows(one, two),
                events.ToLookup(e => e.Event.ErrorId, e => e.Event.Id)
            )
        );

    public Outcome<Regrouped> Split(long error, Func<ErrorVariant, bool> which, string by = "ann") =>
        Split(error, [.. Kinds(error).Where(which).Select(k => k.Key)], by);

    public Outcome<Regrouped> Split(long error, IReadOnlyList<string> kinds, string by = "ann")
    {
        var split = ErrorSplit.Of(Duty(), errors[error], by, kinds, Kept(error), KeyRows(error), Standing(error));
        if (split.Refusal is { } refusal)
            return refusal;
        if (split.Value is not SplitOff.New off)
            return Regrouped.Already(((SplitOff.Already)split.Value!).Error);
        errors[++ids] = off.Born with { Id = ids };
        return Done(off.With(ids));
    }

    public Outcome<Regrouped> Undo(string by = "ann")
    {
        var what = rows[^1];
        return Done(
            TakeBack.Of(
                Duty(),
                what,
                [.. Standing(what.Kept).Concat(Standing(what.Other)).Where(r => r.Id > what.Id)],
                errors[what.Kept],
                errors[what.Other],
                by,
                KeyRows(what.Kept, what.Other),
                Kept(what.Kept),
                [.. pokes.Where(p => what.Notes.Pokes.Contains(p.Id))]
            )
        );
    }

    public DutyFacts Duty() =>
        Known.Duty(Now) with
        {
            Errors = [.. errors.Values.Where(e => e.Status == ErrorStatus.Open)],
            Pokes = pokes,
        };

    private Outcome<Regrouped> Done(Outcome<Regrouped> outcome)
    {
        if (outcome.Value is not { Row: { } row } done)
            return outcome;
        Keep(done.Decision);
        foreach (var move in done.Moves)
            for (var i = 0; i < events.Count; i++)
                if (events[i].Event.ErrorId == move.From && Moves(move, events[i].Event.Id))
                    events[i] = events[i] with { Event = events[i].Event with { ErrorId = move.To } };
        rows.RemoveAll(r => r.Id == row.Id);
        rows.Add(row.Id == 0 ? row with { Id = ++ids } : row);
        return outcome;
    }

    private static bool Moves(EventMove move, long row) =>
        move switch
        {
            EventMove.Some some => some.Events.Contains(row),
            EventMove.Back back => back.Events.Contains(row),
            _ => true,
        };

    private void Keep(Decision decision)
    {
        foreach (var row in decision.Rows)
            if (row is TrackedError error)
                errors[error.Id] = error;
            else if (row is ErrorKey key)
                keys[key.Key] = key.ErrorId;
            else if (row is Poke poke)
                pokes[pokes.FindIndex(p => p.Id == poke.Id)] = poke;
        Facts.AddRange(decision.Facts);
        Sent.AddRange(decision.Messages.Where(m => Sent.TrueForAll(s => s.Key != m.Key)));
    }

    private List<KeptSighting> Kept(long error) => events.FindAll(e => e.Event.ErrorId == error);

    private List<Regrouping> Standing(long error) =>
        rows.FindAll(r => r.UndoneAt is null && (r.Kept == error || r.Other == error));

    private List<ErrorKey> KeyRows(params long[] of) =>
        [
            .. keys.Where(k => of.Contains(k.Value))
                .Select(k => new ErrorKey
                {
                    Project = 1,
                    Environment = "staging",
                    Key = k.Key,
                    ErrorId = k.Value,
                    At = Now,
                }),
        ];
}
