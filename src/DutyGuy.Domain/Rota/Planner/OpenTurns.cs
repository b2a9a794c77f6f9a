namespace DutyGuy.Domain;

/// <summary>Which turns nobody can do, and what hinders everybody who takes part.</summary>
internal sealed class OpenTurns(PlanModel model, int[] holders)
{
    public IReadOnlyList<UncoveredTurn> Causes() =>
        [
            .. Enumerable
                .Range(0, holders.Length)
                .Where(turn => holders[turn] < 0)
                .Select(turn => new UncoveredTurn(DutyOf(turn).Id, DateOf(turn), Cause(turn))),
        ];

    private string Cause(int turn)
    {
        var members = model.Team.Members[model.Calendar.TurnDuty[turn]];
        if (members.Length == 0)
            return NobodyTakesPart(DutyOf(turn));
        var causes = members
            .Select(person => (model.Problem.People[person].Id, Why: Hindrance(person, turn)))
            .GroupBy(hindered => hindered.Why, StringComparer.Ordinal)
            .OrderBy(group => group.Count());
        return string.Join(", ", causes.Select(group => Say(group.Key, [.. group.Select(one => one.Id)])));
    }

    private static string NobodyTakesPart(PlanDuty duty) =>
        duty.Skill is null or ""
            ? $"nobody takes part in {duty.Id}"
            : $"nobody in {duty.Id} has the skill {duty.Skill}";

    private string Hindrance(int person, int turn) =>
        PlanWords.Hindrance(model.Problem.People[person], DutyOf(turn), DateOf(turn))
        ?? (
            OtherDuty(person, turn) is { } duty ? $"is on {duty} that day"
            : !model.Shadows.Free.Has(person, model.Calendar.TurnDay[turn]) ? "looks on that day"
            : "has not looked on yet"
        );

    private string? OtherDuty(int person, int turn)
    {
        var day = model.Calendar.TurnDay[turn];
        for (var other = model.Calendar.FirstTurn[day]; other < model.Calendar.FirstTurn[day + 1]; other++)
        {
            if (holders[other] == person)
                return DutyOf(other).Id;
        }
        return null;
    }

    // One is away, two are away.
    private static string Say(string why, List<string> names)
    {
        if (names.Count > 1)
        {
            foreach (
                var (one, more) in (ReadOnlySpan<(string, string)>)
                    [("is ", "are "), ("has ", "have "), ("does ", "do "), ("looks ", "look "), ("starts ", "start ")]
            )
            {
                if (why.StartsWith(one, StringComparison.Ordinal))
                    why = more + why[one.Length..];
            }
        }
        return $"{PlanWords.Names(names)} {why}";
    }

    private PlanDuty DutyOf(int turn) => model.Problem.Duties[model.Calendar.TurnDuty[turn]];

    private NodaTime.LocalDate DateOf(int turn) => model.Calendar.Dates[model.Calendar.TurnDay[turn]];
}
