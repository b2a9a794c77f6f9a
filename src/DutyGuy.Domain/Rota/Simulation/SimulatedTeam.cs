namespace DutyGuy.Domain;

/// <summary>Somebody of a simulated team: the part of a full turn, and the duties in which they take part (null: all).</summary>
public sealed record SimulatedPerson(string Name, double Share, IReadOnlySet<int>? Duties);

/// <summary>
/// A team and its duties: Absent is the part of the working days on which somebody is away. Areas splits people and duties evenly, each
/// person takes part in the duties of one area.
/// </summary>
public sealed record SimulatedTeam(IReadOnlyList<SimulatedPerson> People, int Duties)
{
    /// <summary>The part of the working days that each person is away.</summary>
    public double Absent { get; init; } = 0.15;

    /// <summary>The number of areas.</summary>
    public int Areas { get; init; } = 1;

    /// <summary>How many years are tried out: more make the answer steadier.</summary>
    public int Years { get; init; } = 3;

    /// <summary>The start of the draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>So many people of whom nothing else is known.</summary>
    public static SimulatedTeam Of(int people, int duties, int areas = 1) =>
        new SimulatedTeam([.. Enumerable.Range(1, people).Select(n => new SimulatedPerson($"{n}", 1, null))], duties)
        {
            Areas = areas,
        };

    /// <summary>The people and duties of a problem: who takes part in what, and the shares.</summary>
    public static SimulatedTeam Of(PlanProblem problem) =>
        new(
            [
                .. problem
                    .People.Where(person => person.Until is null || person.Until > problem.From)
                    .Select(person => new SimulatedPerson(person.Id, person.Share, DutiesOf(problem, person))),
            ],
            problem.Duties.Count
        );

    /// <summary>The same team with another number of duties, in which all take part (of their area).</summary>
    public SimulatedTeam With(int duties) =>
        this with
        {
            Duties = duties,
            People = [.. People.Select(person => person with { Duties = null })],
        };

    /// <summary>Whether the person takes part in the duty.</summary>
    public bool TakesPart(int person, int duty) =>
        People[person].Share > 0 && (People[person].Duties?.Contains(duty) ?? person % Areas == duty % Areas);

    private static HashSet<int> DutiesOf(PlanProblem problem, PlanPerson person) =>
        [.. Enumerable.Range(0, problem.Duties.Count).Where(duty => person.TakesPartIn(problem.Duties[duty]))];
}

/// <summary>Gaps between the turns of one person in working days.</summary>
public sealed record SimulatedGaps(double Mean, int Median, int NineOfTen, int Longest, int Shortest);

/// <summary>What came out: gaps, turns a year of the least and the most loaded full share, and turns that nobody could do.</summary>
public sealed record SimulatedYear(
    SimulatedGaps Gaps,
    double TurnsAYear,
    int FewestTurns,
    int MostTurns,
    int OpenTurns
);
