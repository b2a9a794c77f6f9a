namespace DutyGuy.Domain;

/// <summary>Turns numbers back into names.</summary>
internal static class PlanResult
{
    public static RotaPlan Of(PlanModel model, int[] holders)
    {
        var turns = Enumerable.Range(0, holders.Length);
        return new(
            [.. turns.Where(turn => holders[turn] >= 0).Select(turn => TurnOf(model, turn, holders[turn]))],
            [
                .. model
                    .Shadows.Planned.Where(shadow => holders[shadow.Turn] >= 0)
                    .OrderBy(shadow => shadow.Turn)
                    .Select(shadow => TurnOf(model, shadow.Turn, shadow.Person)),
            ],
            new OpenTurns(model, holders).Causes(),
            new ChangeCauses(model, holders).All()
        );
    }

    public static AgreedTurn TurnOf(PlanModel model, int turn, int person) =>
        new(
            model.Problem.Duties[model.Calendar.TurnDuty[turn]].Id,
            model.Calendar.Dates[model.Calendar.TurnDay[turn]],
            model.Problem.People[person].Id
        );
}
