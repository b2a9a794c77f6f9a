namespace DutyGuy.Domain;

/// <summary>
/// Plans a rota: everybody, fairly, without a surprise. There is a valid plan from the first moment; <see cref="Improve"/> makes it
/// better. Pure: the same problem and the same bound on steps give the same plan, byte for byte, on every machine.
/// </summary>
public sealed class RotaPlanner
{
    /// <summary>More duties than this are refused.</summary>
    public const int MostDuties = 64;

    private const ulong Seed = 1;
    private readonly PlanModel model;
    private readonly Roster roster;

    /// <summary>Makes the first valid plan.</summary>
    public RotaPlanner(PlanProblem problem)
    {
        model = new(problem);
        roster = new(model);
        new GreedyStart(model, roster).Fill();
    }

    /// <summary>The best plan so far.</summary>
    public RotaPlan Plan => PlanResult.Of(model, roster.Holder);

    /// <summary>What the best plan so far is worth.</summary>
    public PlanParts Worth => PlanValue.InPoints(model, roster.Holder);

    /// <summary>The best plan found within a limit.</summary>
    public static RotaPlan Best(PlanProblem problem, PlanLimit limit)
    {
        var planner = new RotaPlanner(problem);
        planner.Improve(limit);
        return planner.Plan;
    }

    /// <summary>Searches for a better plan until the limit is used up; the plan never gets worse.</summary>
    public void Improve(PlanLimit limit)
    {
        var schedule =
            model.Problem is { Previous.Count: > 0, Afresh: false } ? AnnealingSchedule.Replan
            : roster.Shortfall > 0 ? AnnealingSchedule.Tight
            : AnnealingSchedule.Fresh;
        new Annealing(model, roster, limit, schedule).Run(Seed);
    }

    /// <summary>What is wrong with a problem, or null: such a problem cannot be planned.</summary>
    public static Refusal? Wrong(PlanProblem problem) =>
        problem.To < problem.From ? Refusal.Invalid("The plan ends before it begins.", "to")
        : problem.To > problem.From.PlusYears(2) ? Refusal.Invalid("A plan is at most two years long.", "to")
        : problem.MinGap < 0 ? Refusal.Invalid("The minimum gap cannot be below 0.", "minGap")
        : problem.Duties.Count > MostDuties ? Refusal.Invalid($"There are more than {MostDuties} duties.", "duties")
        : Twice(problem.Duties.Select(duty => duty.Id)) is { } duty
            ? Refusal.Invalid($"“{duty}” is named twice.", "duties")
        : Twice(problem.People.Select(one => one.Id)) is { } name
            ? Refusal.Invalid($"“{name}” is named twice.", "people")
        : problem.People.FirstOrDefault(one => one.Share is not (>= 0 and <= 100)) is { } odd
            ? Refusal.Invalid($"The share of {odd.Id} must be from 0 to 100.", "share")
        : null;

    private static string? Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
}
