using System.Globalization;

namespace DutyGuy.Domain;

/// <summary>How often it would be somebody's turn, and what would keep the gap wished for: for people a table with sentences.</summary>
/// <param name="Shares">Full shares of the people together.</param>
/// <param name="Gap">Working days between two turns of one person.</param>
/// <param name="FewestTurns">Turns a year of the full share with the fewest.</param>
/// <param name="OpenTurns">Turns that nobody could do.</param>
/// <param name="Aim">The longest gap wished for, in working days.</param>
/// <param name="DutiesForMedian">Duties for all people together so that half of the gaps keep the aim.</param>
/// <param name="Split">The split by area that keeps the aim; null when it is kept as it is, or cannot be.</param>
public sealed record RotaOutlook(
    int People,
    double Shares,
    int Duties,
    int Areas,
    double Absent,
    SimulatedGaps Gap,
    double TurnsAYear,
    int FewestTurns,
    int MostTurns,
    int OpenTurns,
    int Aim,
    int DutiesForMedian,
    int DutiesForNineOfTen,
    SplitByArea? Split
)
{
    /// <summary>A turn every five weeks: working days.</summary>
    public const int UsualAim = 25;

    /// <summary>A larger team is not tried out.</summary>
    public const int MostPeople = 5000;

    /// <summary>Tries a team out.</summary>
    public static Outcome<RotaOutlook> Of(SimulatedTeam team, int aim)
    {
        if (Wrong(team, aim) is { } wrong)
            return wrong;
        var year = RotaSimulation.Run(team);
        var (median, nine) = RotaSimulation.DutiesFor(team, aim);
        return new RotaOutlook(
            team.People.Count,
            Math.Round(team.People.Sum(person => person.Share), 2),
            team.Duties,
            team.Areas,
            team.Absent,
            Rounded(year.Gaps),
            Math.Round(year.TurnsAYear, 1),
            year.FewestTurns,
            year.MostTurns,
            year.OpenTurns,
            aim,
            median,
            nine,
            year.Gaps.NineOfTen <= aim ? null : SplitFor(team, aim)
        );
    }

    static Refusal? Wrong(SimulatedTeam team, int aim) =>
        team.People.Count is < 1 or > MostPeople ? Refusal.Invalid($"A team has 1 to {MostPeople} people.", "people")
        : team.Duties < 1 || team.Duties > Math.Min(team.People.Count, RotaPlanner.MostDuties)
            ? Refusal.Invalid(
                $"There must be 1 to {Math.Min(team.People.Count, RotaPlanner.MostDuties)} duties.",
                "duties"
            )
        : team.Areas < 1 || team.Areas > team.Duties
            ? Refusal.Invalid("There must be a duty for every area, and one area at least.", "areas")
        : team.Absent is not (>= 0 and <= 0.9) ? Refusal.Invalid("The part away is from 0 to 0.9.", "absent")
        : team.Years is < 1 or > 20 ? Refusal.Invalid("Years to try out are from 1 to 20.", "years")
        : aim is < 5 or > RotaSimulation.DaysOfYear
            ? Refusal.Invalid($"The aim is from 5 to {RotaSimulation.DaysOfYear} working days.", "aim")
        : null;

    static SplitByArea? SplitFor(SimulatedTeam team, int aim) =>
        RotaSimulation.SplitFor(team, aim) is var (areas, year)
            ? new(areas, (team.People.Count + areas - 1) / areas, Rounded(year.Gaps), Math.Round(year.TurnsAYear, 1))
            : null;

    static SimulatedGaps Rounded(SimulatedGaps gaps) => gaps with { Mean = Math.Round(gaps.Mean, 1) };

    /// <summary>As people read it.</summary>
    public string ToText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            people  duties  median  nine of ten  longest  turns a year
            {People, 6}  {Duties, 6}  {Gap.Median, 6}  {Gap.NineOfTen, 11}  {Gap.Longest, 7}  {TurnsAYear, 12:0.0}

            With {Count(People, "person", "people")} and {Count(Duties, "duty", "duties")}{InAreas} it is somebody's turn every {Gap.Median} working days in the median ({Gap.Median
                / 5.0:0.#} weeks), about {TurnsAYear:0.0} turns a year. Nine gaps of ten are at most {Gap.NineOfTen} working days, the longest is {Gap.Longest}.
            For a gap of at most {Aim} working days: {Count(DutiesForMedian, "duty", "duties")} in the median, {DutiesForNineOfTen} for nine of ten.
            """
        ) + (Split is { } split ? $"\n{split.ToText()}" : "");

    string InAreas => Areas > 1 ? $" in {Areas} areas" : "";

    static string Count(int count, string one, string more) => count == 1 ? $"1 {one}" : $"{count} {more}";
}

/// <summary>Each area with its own people and a duty of its own.</summary>
/// <param name="PeopleEach">People of the largest area.</param>
/// <param name="Gap">Working days between two turns of one person then.</param>
public sealed record SplitByArea(int Areas, int PeopleEach, SimulatedGaps Gap, double TurnsAYear)
{
    /// <summary>As people read it.</summary>
    public string ToText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Split by area into {Areas} duties of at most {PeopleEach} people each, nine gaps of ten are at most {Gap.NineOfTen} working days, about {TurnsAYear:0.0} turns a year."
        );
}
