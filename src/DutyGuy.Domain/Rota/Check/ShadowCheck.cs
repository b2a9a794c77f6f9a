using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Newcomers look on before their first own turn: one shadow per turn, one a day, when both are there.</summary>
internal static class ShadowCheck
{
    public static IEnumerable<BrokenRule> Of(CheckedPlan both)
    {
        var looked = new Dictionary<(string Person, string Duty), List<LocalDate>>();
        var (turns, days) = (new HashSet<(string, LocalDate)>(), new HashSet<(string, LocalDate)>());
        foreach (var shadow in both.Plan.Shadows)
        {
            if (!both.IsKnown(shadow))
            {
                yield return new("unknown", $"shadow {PlanCheck.Say(shadow)}");
                continue;
            }
            var dates = looked.TryGetValue((shadow.Person, shadow.Duty), out var known) ? known : [];
            var free = !turns.Contains((shadow.Duty, shadow.Date)) && !days.Contains((shadow.Person, shadow.Date));
            if (!free || !MayLookOn(both, shadow, dates.Count))
            {
                yield return new("shadow", PlanCheck.Say(shadow));
                continue;
            }
            turns.Add((shadow.Duty, shadow.Date));
            days.Add((shadow.Person, shadow.Date));
            looked[(shadow.Person, shadow.Duty)] = [.. dates, shadow.Date];
        }
        foreach (var turn in both.Holders.Where(turn => TooEarly(both, turn.Key, turn.Value, looked)))
            yield return new("newcomer", $"{turn.Value} on {PlanCheck.Say(turn.Key.Date)} for {turn.Key.Duty}");
    }

    private static bool MayLookOn(CheckedPlan both, AgreedTurn shadow, int before) =>
        both.IsAble(shadow.Person, shadow.Duty, shadow.Date)
        && both.Holders.ContainsKey((shadow.Duty, shadow.Date))
        && !both.TurnsOf[shadow.Person].Any(turn => turn.Date == shadow.Date)
        && before < Needed(both, shadow.Person, shadow.Duty);

    private static int Needed(CheckedPlan both, string person, string duty) =>
        both.People[person].TakesPartIn(both.Duties[duty]) ? both.People[person].ShadowsNeeded(both.Duties[duty]) : 0;

    private static bool TooEarly(
        CheckedPlan both,
        (string Duty, LocalDate Date) turn,
        string person,
        Dictionary<(string, string), List<LocalDate>> looked
    )
    {
        var before = looked.TryGetValue((person, turn.Duty), out var dates) ? dates.Count(date => date < turn.Date) : 0;
        return before < Needed(both, person, turn.Duty);
    }
}
