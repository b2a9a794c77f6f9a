namespace DutyGuy.Domain;

/// <summary>
/// How often it is somebody's turn, tried out: people with leave and sickness over some working days, each turn to whoever is furthest
/// behind their part. Pure: the same team and seed give the same answer.
/// </summary>
public static class RotaSimulation
{
    /// <summary>Working days of a year.</summary>
    public const int DaysOfYear = 250;

    // After half of the usual gap everybody can be asked again.
    private const double Rest = 0.5;

    /// <summary>What the team lives through.</summary>
    public static SimulatedYear Run(SimulatedTeam team)
    {
        var days = DaysOfYear * team.Years;
        var draw = new Draw(team.Seed);
        var away = Leave.Of(team.People.Count, days, team.Absent, ref draw);
        var run = new SimulatedTurns(team, away, ref draw);
        var open = 0;
        for (var day = 0; day < days; day++)
        {
            for (var duty = 0; duty < team.Duties; duty++)
                open += run.Turn(day, duty, Rest) ? 0 : 1;
        }
        return run.Result(open);
    }

    /// <summary>
    /// Duties so that a gap of so many working days is kept in the median, and by nine gaps of ten. All take part in all duties, or in
    /// those of their area: then it is the number for all areas together.
    /// </summary>
    public static (int Median, int NineOfTen) DutiesFor(SimulatedTeam team, int aim)
    {
        var step = team.Areas;
        var shares = team.People.Sum(person => person.Share);
        var duties = Math.Max(step, (int)(shares / aim) / step * step);
        int? median = null;
        for (; ; duties += step)
        {
            var year = Run(team.With(duties));
            if (year.Gaps.Median <= aim)
                median ??= duties;
            if (year.Gaps.NineOfTen <= aim || duties + step >= team.People.Count)
                return (median ?? duties, duties);
        }
    }

    /// <summary>
    /// The fewest areas, each with its own people and one duty, so that nine gaps of ten are at most so many working days, and
    /// what that is like. Null when no split does it: an area has two people at least.
    /// </summary>
    public static (int Areas, SimulatedYear Year)? SplitFor(SimulatedTeam team, int aim)
    {
        var shares = team.People.Sum(person => person.Share);
        for (var areas = Math.Max(1, (int)(shares / aim)); areas <= Math.Max(1, team.People.Count / 2); areas++)
        {
            var year = Run(team.With(areas) with { Areas = areas });
            if (year.Gaps.NineOfTen <= aim)
                return (areas, year);
        }
        return null;
    }
}
