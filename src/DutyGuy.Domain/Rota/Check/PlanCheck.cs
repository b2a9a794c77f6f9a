using System.Globalization;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Checks the hard rules of a plan, independently of the planner.</summary>
public static class PlanCheck
{
    /// <summary>Every hard rule that the plan breaks.</summary>
    public static PlanVerdict Of(PlanProblem problem, RotaPlan plan)
    {
        var both = new CheckedPlan(problem, plan);
        List<BrokenRule> broken =
        [
            .. both.Unknown.Select(turn => new BrokenRule("unknown", Say(turn))),
            .. plan.Turns.Where(both.IsKnown).SelectMany(turn => WrongPerson(both, turn)),
            .. TwoDuties(both),
            .. PinsBroken(both),
            .. CoverCheck.Of(both),
            .. ShadowCheck.Of(both),
        ];
        return new(broken, GapCheck.Missed(both), GapCheck.MissedByPins(both));
    }

    internal static string Say(AgreedTurn turn) => $"{turn.Person} on {Say(turn.Date)} for {turn.Duty}";

    internal static string Say(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<BrokenRule> WrongPerson(CheckedPlan both, AgreedTurn turn)
    {
        var person = both.People[turn.Person];
        if (!person.IsEmployed(turn.Date))
            yield return new("outside", Say(turn));
        else if (person.IsAway(turn.Date))
            yield return new("absent", Say(turn));
        else if (!person.Workdays.Contains(turn.Date.DayOfWeek))
            yield return new("notWorking", Say(turn));
        if (!person.TakesPartIn(both.Duties[turn.Duty]))
            yield return new("skill", Say(turn));
    }

    private static IEnumerable<BrokenRule> TwoDuties(CheckedPlan both) =>
        from person in both.TurnsOf
        from date in person.GroupBy(turn => turn.Date)
        where date.Count() > 1
        select new BrokenRule("twoDuties", $"{person.Key} on {Say(date.Key)}", date.Count() - 1);

    private static IEnumerable<BrokenRule> PinsBroken(CheckedPlan both) =>
        both
            .Pins.Where(pin => both.Holders.GetValueOrDefault(pin.Key) != pin.Value.Person)
            .Select(pin => new BrokenRule(
                pin.Value.Rule,
                $"{pin.Key.Duty} on {Say(pin.Key.Date)} belongs to {pin.Value.Person}"
            ));
}
