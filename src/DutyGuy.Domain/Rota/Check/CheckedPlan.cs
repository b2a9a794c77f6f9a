using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A problem and a plan side by side, by names; written apart from the planner, so that it does not share its mistakes.</summary>
internal sealed class CheckedPlan
{
    public CheckedPlan(PlanProblem problem, RotaPlan plan)
    {
        (Problem, Plan) = (problem, plan);
        Duties = ById(problem.Duties, duty => duty.Id);
        People = ById(problem.People, person => person.Id);
        foreach (var turn in plan.Turns)
        {
            if (!IsKnown(turn) || !Holders.TryAdd((turn.Duty, turn.Date), turn.Person))
                Unknown.Add(turn);
        }
        TurnsOf = Holders.ToLookup(turn => turn.Value, turn => (turn.Key.Duty, turn.Key.Date), StringComparer.Ordinal);
        Pin(problem.Fixed, "fixed");
        Pin(problem.Previous.Where(problem.IsAnnounced), "announced");
    }

    public PlanProblem Problem { get; }
    public RotaPlan Plan { get; }
    public Dictionary<string, PlanDuty> Duties { get; }
    public Dictionary<string, PlanPerson> People { get; }

    /// <summary>Who has which turn.</summary>
    public Dictionary<(string Duty, LocalDate Date), string> Holders { get; } = [];

    /// <summary>Turns without such a person, date or duty, and those given twice.</summary>
    public List<AgreedTurn> Unknown { get; } = [];

    /// <summary>The turns of each person.</summary>
    public ILookup<string, (string Duty, LocalDate Date)> TurnsOf { get; }

    /// <summary>Turns that must stay, with the rule that says so.</summary>
    public Dictionary<(string Duty, LocalDate Date), (string Person, string Rule)> Pins { get; } = [];

    /// <summary>The dates on which some duty runs, in order.</summary>
    public IEnumerable<LocalDate> DutyDays =>
        new DateInterval(Problem.From, Problem.To).Where(date => Problem.Duties.Any(duty => duty.RunsOn(date)));

    public bool IsTurn(string duty, LocalDate date) =>
        Duties.TryGetValue(duty, out var known) && Problem.From <= date && date <= Problem.To && known.RunsOn(date);

    public bool IsKnown(AgreedTurn turn) => People.ContainsKey(turn.Person) && IsTurn(turn.Duty, turn.Date);

    public bool IsAble(string person, string duty, LocalDate date) =>
        People[person].TakesPartIn(Duties[duty]) && People[person].IsIn(date);

    // The first known one of two with the same name is meant.
    private static Dictionary<string, T> ById<T>(IEnumerable<T> all, Func<T, string> id) =>
        all.GroupBy(id, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    // Of somebody who is able, not needed elsewhere on that day, and first come.
    private void Pin(IEnumerable<AgreedTurn> turns, string rule)
    {
        var busy = Pins.Select(pin => (pin.Key.Date, pin.Value.Person)).ToHashSet();
        foreach (var turn in turns.Where(turn => IsKnown(turn) && IsAble(turn.Person, turn.Duty, turn.Date)))
        {
            if (Pins.ContainsKey((turn.Duty, turn.Date)) || !busy.Add((turn.Date, turn.Person)))
                continue;
            Pins.Add((turn.Duty, turn.Date), (turn.Person, rule));
        }
    }
}
