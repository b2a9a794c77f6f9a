namespace DutyGuy.Domain;

/// <summary>
/// When newcomers look on: over the first free shoulders, all shadow days of a duty before the first own turn, each turn with one shadow.
/// A shadow day of the plan before stays where it still can.
/// </summary>
internal sealed class PlanShadows
{
    private readonly PlanModel model;
    private readonly HashSet<int> taken = [];
    private readonly HashSet<(int Turn, int Person)> before;
    private readonly int[] firstOwn;
    private readonly int[] holders;

    public PlanShadows(PlanModel model)
    {
        this.model = model;
        Free = new DayBits(model.Team.People, model.Calendar.Days);
        Free.CopyFrom(model.Team.In);
        firstOwn = new int[model.Team.People * model.Team.Duties];
        holders = new int[Math.Max(1, model.Team.Duties)];
        before = [.. model.Problem.PreviousShadows.Select(model.Pins.Find)];
        Newcomers = [.. Enumerable.Range(0, model.Team.People).Where(model.Team.IsNewcomer)];
        foreach (var person in Newcomers.OrderBy(p => model.Problem.People[p].Since ?? NodaTime.LocalDate.MinIsoValue))
        {
            for (var duty = 0; duty < model.Team.Duties; duty++)
                LookOn(person, duty, model.Team.ShadowsNeeded(person, duty));
        }
    }

    /// <summary>Who needs shadow days.</summary>
    public IReadOnlyList<int> Newcomers { get; }

    /// <summary>At work and not looking on.</summary>
    public DayBits Free { get; }

    /// <summary>Who looks on at which turn.</summary>
    public List<(int Turn, int Person)> Planned { get; } = [];

    /// <summary>The first duty day on which the person may have an own turn of the duty.</summary>
    public int FirstOwn(int person, int duty) => firstOwn[person * model.Team.Duties + duty];

    /// <summary>Able, not looking on, and past the shadow days.</summary>
    public bool MayHave(int person, int turn) =>
        Free.Has(person, model.Calendar.TurnDay[turn])
        && model.Team.Takes(person, model.Calendar.TurnDuty[turn])
        && FirstOwn(person, model.Calendar.TurnDuty[turn]) <= model.Calendar.TurnDay[turn];

    private void LookOn(int person, int duty, int needed)
    {
        if (needed == 0)
            return;
        var days = DaysFor(person, duty, needed);
        foreach (var day in days)
        {
            var turn = model.Calendar.TurnOf(day, duty);
            taken.Add(turn);
            Free.Clear(person, day);
            Planned.Add((turn, person));
        }
        firstOwn[person * model.Team.Duties + duty] = days.Count < needed ? int.MaxValue : days[^1] + 1;
    }

    private List<int> DaysFor(int person, int duty, int needed)
    {
        var all = Enumerable.Range(0, model.Calendar.Days);
        var kept = all.Where(day => before.Contains((model.Calendar.TurnOf(day, duty), person)));
        return [.. kept.Concat(all).Distinct().Where(day => CanLookOn(person, duty, day)).Take(needed).Order()];
    }

    private bool CanLookOn(int person, int duty, int day)
    {
        var turn = model.Calendar.TurnOf(day, duty);
        if (turn < 0 || taken.Contains(turn) || !Free.Has(person, day) || !model.Team.Takes(person, duty))
            return false;
        if (model.Pins.PinnedOn(day, person) >= 0)
            return false;
        var turns = model.Calendar.FirstTurn[day + 1] - model.Calendar.FirstTurn[day];
        var covered = model.Coverable[day] == turns || model.Pins.Pin[turn] >= 0;
        return covered && (!IsNeeded(person, day) || CoveredWithout(person, day));
    }

    // A newcomer to one duty may be needed for another on that day.
    private bool IsNeeded(int person, int day)
    {
        for (var turn = model.Calendar.FirstTurn[day]; turn < model.Calendar.FirstTurn[day + 1]; turn++)
        {
            if (model.Team.IsExperienced(person, turn))
                return true;
        }
        return false;
    }

    private bool CoveredWithout(int person, int day)
    {
        Free.Clear(person, day);
        var covered = new DayMatching(
            model.Team.People,
            (other, turn) => Free.Has(other, day) && model.Team.IsExperienced(other, turn),
            model.Team.Members,
            model.Calendar.TurnDuty,
            model.Pins.Pin
        ).Cover(model.Calendar.FirstTurn[day], model.Calendar.FirstTurn[day + 1], holders);
        Free.Set(person, day);
        return covered >= model.Coverable[day];
    }
}
