namespace DutyGuy.Domain;

/// <summary>
/// How hot a search begins, how often the heat halves until the end of a cycle, and how many cycles there are: each later one begins at
/// the best plan so far. Of 256 changes that give a turn to somebody else, Moves ask for no turn in return.
/// </summary>
internal sealed record AnnealingSchedule(long First, int Halvings, int Cycles, int Moves)
{
    // The last part of a cycle only goes down.
    private const double Descent = 0.97;

    /// <summary>For a plan from nothing: hot enough to forget the start.</summary>
    public static AnnealingSchedule Fresh => new(3 * Points.One, 8, 1, 96) { GapFirst = 16 * Points.One };

    /// <summary>For a plan from nothing where the minimum gap is hard to keep: it begins hotter, because much has to move at once.</summary>
    public static AnnealingSchedule Tight => Fresh with { First = 8 * Points.One, Halvings = 10 };

    /// <summary>For a plan that should stay what it is as far as it can: it only warms up, three times.</summary>
    public static AnnealingSchedule Replan => new(Points.One * 4 / 10, 5, 3, 160);

    /// <summary>What a missed day of the minimum gap weighs at the start of a cycle.</summary>
    public long GapFirst { get; init; } = 64 * Points.One;

    /// <summary>What it weighs at the end: more than anything that it could buy.</summary>
    public long GapLast { get; init; } = 200 * Points.One;

    /// <summary>What a missed day of the minimum gap weighs at a part of a cycle.</summary>
    public long GapAt(double part) => GapFirst + (long)((GapLast - GapFirst) * part);

    /// <summary>The heat at a part (0 to 1) of a cycle.</summary>
    public long HeatAt(double part) => part > Descent ? 0 : Cooling.HeatAt(part, First, Halvings);
}
