namespace DutyGuy.Domain;

/// <summary>What must stay (agreed turns, then announced ones) and what should (the rest of the plan before), by turn; -1: nothing.</summary>
internal sealed class PlanPins
{
    private readonly PlanProblem problem;
    private readonly PlanCalendar calendar;
    private readonly PlanTeam team;
    private readonly Dictionary<string, int> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> duties = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Day, int Person), int> busy = [];

    public PlanPins(PlanProblem problem, PlanCalendar calendar, PlanTeam team)
    {
        (this.problem, this.calendar, this.team) = (problem, calendar, team);
        for (var person = 0; person < problem.People.Count; person++)
            people[problem.People[person].Id] = person;
        for (var duty = 0; duty < problem.Duties.Count; duty++)
            duties[problem.Duties[duty].Id] = duty;
        Pin = new int[calendar.Turns];
        Before = new int[calendar.Turns];
        IsAgreed = new bool[calendar.Turns];
        Array.Fill(Pin, -1);
        Array.Fill(Before, -1);
        foreach (var turn in problem.Fixed)
            Fix(turn, agreedByPeople: true);
        foreach (var turn in problem.Previous.Where(problem.IsAnnounced))
            Fix(turn, agreedByPeople: false);
        foreach (var turn in problem.Previous.Where(_ => !problem.Afresh))
            Remember(turn);
    }

    /// <summary>Who must have a turn.</summary>
    public int[] Pin { get; }

    /// <summary>Pinned because people agreed on it, not because it was announced.</summary>
    public bool[] IsAgreed { get; }

    /// <summary>Who had a turn in the plan before, still can, and is not needed elsewhere on that day.</summary>
    public int[] Before { get; }

    /// <summary>The number of a duty, or -1.</summary>
    public int DutyOf(string duty) => duties.GetValueOrDefault(duty, -1);

    /// <summary>The number of a turn and of its person, or -1 when there is no such one.</summary>
    public (int Turn, int Person) Find(AgreedTurn turn) =>
        people.TryGetValue(turn.Person, out var person) && duties.TryGetValue(turn.Duty, out var duty)
            ? (calendar.TurnOf(calendar.DayOf(turn.Date), duty), person)
            : (-1, -1);

    /// <summary>The pinned turn of a person on a day, or -1.</summary>
    public int PinnedOn(int day, int person) => busy.GetValueOrDefault((day, person), -1);

    private void Fix(AgreedTurn agreed, bool agreedByPeople)
    {
        var (turn, person) = Find(agreed);
        if (turn < 0 || Pin[turn] >= 0 || !team.IsAble(person, turn))
            return;
        if (!busy.TryAdd((calendar.TurnDay[turn], person), turn))
            return;
        Pin[turn] = person;
        IsAgreed[turn] = agreedByPeople;
    }

    private void Remember(AgreedTurn before)
    {
        var (turn, person) = Find(before);
        if (turn < 0 || !team.IsAble(person, turn))
            return;
        if (
            (Pin[turn] < 0 || Pin[turn] == person)
            && PinnedOn(calendar.TurnDay[turn], person) is var pin
            && (pin < 0 || pin == turn)
        )
            Before[turn] = person;
    }
}
