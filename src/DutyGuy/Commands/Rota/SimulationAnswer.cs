using System.Globalization;
using System.Text.Json;
using DutyGuy.Domain;

namespace DutyGuy.Commands.Rota;

/// <summary>What <c>duty rota simulate</c> answers, as a table with a sentence or as JSON.</summary>
sealed record SimulationAnswer(
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
    int DutiesForNineOfTen
)
{
    static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public static SimulationAnswer Of(SimulatedTeam team, int aim)
    {
        var year = RotaSimulation.Run(team);
        var (median, nine) = RotaSimulation.DutiesFor(team, aim);
        return new(
            team.People.Count,
            Math.Round(team.People.Sum(person => person.Share), 2),
            team.Duties,
            team.Areas,
            team.Absent,
            year.Gaps with
            {
                Mean = Math.Round(year.Gaps.Mean, 1),
            },
            Math.Round(year.TurnsAYear, 1),
            year.FewestTurns,
            year.MostTurns,
            year.OpenTurns,
            aim,
            median,
            nine
        );
    }

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    public string ToText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            people  duties  median  nine of ten  longest  turns a year
            {People, 6}  {Duties, 6}  {Gap.Median, 6}  {Gap.NineOfTen, 11}  {Gap.Longest, 7}  {TurnsAYear, 12:0.0}

            With {Count(People, "person", "people")} and {Count(
                Duties,
                "duty",
                "duties"
            )}{Split} it is somebody's turn every {Gap.Median} working days in the median ({Gap.Median
                / 5.0:0.#} weeks), about {TurnsAYear:0.0} turns a year. Nine gaps of ten are at most {Gap.NineOfTen} working days, the longest is {Gap.Longest}.
            For a gap of at most {Aim} working days: {Count(
                DutiesForMedian,
                "duty",
                "duties"
            )} in the median, {DutiesForNineOfTen} for nine of ten.
            """
        );

    string Split => Areas > 1 ? $" in {Areas} areas" : "";

    static string Count(int count, string one, string more) => count == 1 ? $"1 {one}" : $"{count} {more}";
}
