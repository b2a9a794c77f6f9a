using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Every turn is covered as far as the people who are in allow, and each open one has its cause.</summary>
internal static class CoverCheck
{
    public static IEnumerable<BrokenRule> Of(CheckedPlan both)
    {
        var causes = both
            .Plan.Uncovered.GroupBy(turn => (turn.Duty, turn.Date))
            .ToDictionary(t => t.Key, t => t.Last().Why);
        return both.DutyDays.SelectMany(date => OnDay(both, date, causes)).Concat(NamedInVain(both, causes.Keys));
    }

    private static IEnumerable<BrokenRule> OnDay(
        CheckedPlan both,
        LocalDate date,
        Dictionary<(string, LocalDate), string> causes
    )
    {
        var duties = both.Problem.Duties.Where(duty => duty.RunsOn(date)).Select(duty => duty.Id).ToList();
        var open = duties.Where(duty => !both.Holders.ContainsKey((duty, date))).ToList();
        foreach (var duty in open.Where(duty => string.IsNullOrEmpty(causes.GetValueOrDefault((duty, date)))))
            yield return new("unnamed", $"{duty} on {PlanCheck.Say(date)} is open without a cause");
        if (open.Count == 0)
            yield break;
        var missing = Coverable(both, date, duties) - (duties.Count - open.Count);
        if (missing > 0)
            yield return new("uncovered", $"{PlanCheck.Say(date)}: {missing} could be covered", missing);
    }

    private static IEnumerable<BrokenRule> NamedInVain(
        CheckedPlan both,
        IEnumerable<(string Duty, LocalDate Date)> named
    ) =>
        named
            .Where(turn => !both.IsTurn(turn.Duty, turn.Date) || both.Holders.ContainsKey(turn))
            .Select(turn => new BrokenRule("unnamed", $"{turn.Duty} on {PlanCheck.Say(turn.Date)} is not open"));

    // The most turns that experienced people can do at once (augmenting paths), with what is agreed and announced kept.
    private static int Coverable(CheckedPlan both, LocalDate date, List<string> duties)
    {
        var turnOf = new Dictionary<string, string>(StringComparer.Ordinal);
        var pinned = duties.Where(duty => both.Pins.ContainsKey((duty, date))).ToHashSet(StringComparer.Ordinal);
        foreach (var duty in pinned)
            turnOf[both.Pins[(duty, date)].Person] = duty;

        bool Find(string duty, HashSet<string> seen) =>
            both.Problem.People.Any(person =>
            {
                if (!IsExperienced(both, person, duty, date) || !seen.Add(person.Id))
                    return false;
                var free = !turnOf.TryGetValue(person.Id, out var other);
                if (!free && (pinned.Contains(other!) || !Find(other!, seen)))
                    return false;
                turnOf[person.Id] = duty;
                return true;
            });

        return pinned.Count + duties.Count(duty => !pinned.Contains(duty) && Find(duty, []));
    }

    private static bool IsExperienced(CheckedPlan both, PlanPerson person, string duty, LocalDate date) =>
        both.IsAble(person.Id, duty, date) && person.ShadowsNeeded(both.Duties[duty]) == 0;
}
