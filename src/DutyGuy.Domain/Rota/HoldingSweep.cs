using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Goes through turns and acts in the order of time and keeps who holds the duty. Lives for one answer only.</summary>
internal sealed class HoldingSweep(DutyHours hours, IReadOnlyDictionary<LocalDate, Instant>? extendUntil)
{
    private readonly List<Holding> done = [];
    private Holding? current;

    /// <summary>A turn starts; whoever still holds the duty hands over. A day without a person leaves a take-over until its end.</summary>
    public void Start(PlannedTurn turn)
    {
        var start = hours.StartOf(turn.Date);
        if (turn.Person is { } person)
            Replace(new(person, turn.Date, start, EndOf(turn.Date), HoldingOrigin.Planned), start);
        else if (current is not null && current.To > start)
            current = current with { To = Instant.Min(current.To, hours.EndOf(turn.Date)) };
    }

    /// <summary>What somebody did at its instant.</summary>
    public void Apply(TurnAct act)
    {
        var holder = current is not null && current.To > act.At ? current : null;
        if (act.Kind == TurnActKind.TookOver && holder?.Person != act.Person)
            Replace(TakenOver(act, holder), act.At);
        else if (act.Kind == TurnActKind.Ended && holder?.Person == act.Person)
            current = holder with { To = act.At, EndedEarly = act.Reason ?? "" };
    }

    /// <summary>All holdings in order; empty ones are left out.</summary>
    public IReadOnlyList<Holding> Finish()
    {
        Replace(null, Instant.MaxValue);
        return [.. done.Where(holding => holding.From < holding.To)];
    }

    // In the hours it lasts as long as the turn; outside them until it is ended or the next turn starts.
    private Holding TakenOver(TurnAct act, Holding? holder)
    {
        var date = holder?.Date ?? hours.WorkingDayAt(act.At) ?? hours.DateOf(act.At);
        var to = holder?.To ?? (hours.WorkingDayAt(act.At) is { } day ? EndOf(day) : Instant.MaxValue);
        return new(act.Person, date, act.At, to, HoldingOrigin.TookOver);
    }

    private void Replace(Holding? next, Instant at)
    {
        if (current is not null)
            done.Add(current with { To = Instant.Min(current.To, at) });
        current = next;
    }

    private Instant EndOf(LocalDate date) =>
        extendUntil is not null && extendUntil.TryGetValue(date, out var until)
            ? Instant.Max(hours.EndOf(date), until)
            : hours.EndOf(date);
}
