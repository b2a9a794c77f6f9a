using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One sentence with its cause for each turn that differs from the plan before.</summary>
internal sealed class ChangeCauses(PlanModel model, int[] holders)
{
    private readonly PlanProblem problem = model.Problem;
    private readonly UnforcedCause unforced = new(model, holders);
    private readonly Dictionary<string, PlanPerson> people = ById(model.Problem.People, person => person.Id);
    private readonly Dictionary<string, PlanDuty> duties = ById(model.Problem.Duties, duty => duty.Id);

    public IReadOnlyList<PlanChange> All() =>
        [
            .. problem
                .Previous.DistinctBy(turn => (turn.Duty, turn.Date))
                .Where(turn => duties.ContainsKey(turn.Duty) && problem.From <= turn.Date && turn.Date <= problem.To)
                .Select(Change)
                .OfType<PlanChange>()
                .OrderBy(change => change.Date),
        ];

    private PlanChange? Change(AgreedTurn before)
    {
        var day = model.Calendar.DayOf(before.Date);
        var turn = model.Calendar.TurnOf(day, model.Pins.DutyOf(before.Duty));
        var now = turn < 0 || holders[turn] < 0 ? null : problem.People[holders[turn]].Id;
        if (now == before.Person)
            return null;
        var of = duties.Count > 1 ? $" ({before.Duty})" : "";
        var moves = now is null
            ? $"{before.Person} no longer has {PlanWords.Day(before.Date)}{of}"
            : $"{PlanWords.Day(before.Date)}{of} moves from {before.Person} to {now}";
        return new(before.Duty, before.Date, before.Person, now, moves, Cause(before, turn, now));
    }

    private string Cause(AgreedTurn before, int turn, string? now)
    {
        if (turn < 0)
            return NoDutyDay(duties[before.Duty], before.Date);
        if (!people.TryGetValue(before.Person, out var person))
            return $"{before.Person} is no longer in the team";
        if (PlanWords.Hindrance(person, duties[before.Duty], before.Date) is { } hindrance)
            return $"{before.Person} {hindrance}";
        if (model.Pins.IsAgreed[turn])
            return $"agreed that {now} has it";
        var (_, index) = model.Pins.Find(before);
        return Elsewhere(before.Person, index, turn) ?? unforced.Of(turn, index);
    }

    private string? Elsewhere(string name, int person, int turn)
    {
        var day = model.Calendar.TurnDay[turn];
        if (model.Pins.PinnedOn(day, person) is >= 0 and var pinned)
            return $"{name} has {problem.Duties[model.Calendar.TurnDuty[pinned]].Id} that day, as agreed";
        if (!model.Shadows.Free.Has(person, day))
            return $"{name} looks on that day";
        return model.Shadows.MayHave(person, turn) ? null : $"{name} has not looked on yet";
    }

    private static string NoDutyDay(PlanDuty duty, LocalDate date) =>
        duty.Holidays.Contains(date) ? "it is a holiday" : $"{duty.Id} does not run on {date.DayOfWeek}s";

    private static Dictionary<string, T> ById<T>(IEnumerable<T> all, Func<T, string> id) =>
        all.GroupBy(id, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
}
