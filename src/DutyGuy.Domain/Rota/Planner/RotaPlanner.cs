namespace DutyGuy.Domain;

/// <summary>Plans a rota: everybody, fairly, without a surprise. Pure: the same problem and bound on steps give the same plan.</summary>
public static class RotaPlanner
{
    /// <summary>The best plan found within the limit; a valid one even if there is no time at all.</summary>
    public static RotaPlan Plan(PlanProblem problem, PlanLimit limit)
    {
        var model = new PlanModel(problem);
        var roster = new Roster(model);
        new GreedyStart(model, roster).Fill();
        new Annealing(model, roster, limit, new(3 * Points.One, 8)).Run(1);
        return PlanResult.Of(model, roster.Holder);
    }
}
