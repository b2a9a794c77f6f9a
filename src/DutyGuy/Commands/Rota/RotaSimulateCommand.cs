using System.CommandLine;
using DutyGuy.Domain;

namespace DutyGuy.Commands.Rota;

/// <summary><c>duty rota simulate</c>: how often it would be somebody's turn.</summary>
static class RotaSimulateCommand
{
    const int MostPeople = 5000;

    static readonly Option<int> People = new("--people")
    {
        Description = "The size of the team",
        DefaultValueFactory = _ => 40,
    };
    static readonly Option<int> Duties = new("--duties")
    {
        Description = "How many duties at once",
        DefaultValueFactory = _ => 1,
    };
    static readonly Option<int> Areas = new("--areas")
    {
        Description = "Split people and duties by area or skill into so many parts",
        DefaultValueFactory = _ => 1,
    };
    static readonly Option<double> Absent = new("--absent")
    {
        Description = "The part of the working days that people are away",
        DefaultValueFactory = _ => 0.15,
    };
    static readonly Option<int> Years = new("--years")
    {
        Description = "Years to try out",
        DefaultValueFactory = _ => 3,
    };
    static readonly Option<int> Aim = new("--aim")
    {
        Description = "The longest gap wished for, in working days",
        DefaultValueFactory = _ => 25,
    };
    static readonly Option<string?> Team = new("--team")
    {
        Description = "Instead of --people and --duties: those of a problem file, with shares and memberships",
    };
    static readonly Option<bool> Json = new("--json") { Description = "Answer for programs" };

    public static Command Create()
    {
        var command = new Command("simulate", "Tell how often it would be somebody's turn")
        {
            People,
            Duties,
            Areas,
            Absent,
            Years,
            Aim,
            Team,
            Json,
        };
        command.SetAction(parsed => RotaFiles.Act(parsed, () => Simulate(parsed)));
        return command;
    }

    static int Simulate(ParseResult parsed)
    {
        var team = TeamOf(parsed) with { Absent = parsed.GetValue(Absent), Years = parsed.GetValue(Years) };
        if (Wrong(team, parsed.GetValue(Aim)) is { } wrong)
            throw new FormatException(wrong);
        var answer = SimulationAnswer.Of(team, parsed.GetValue(Aim));
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine(parsed.GetValue(Json) ? answer.ToJson() : answer.ToText());
        return 0;
    }

    static SimulatedTeam TeamOf(ParseResult parsed) =>
        parsed.GetValue(Team) is { } path
            ? SimulatedTeam.Of(RotaFiles.ReadProblem(path))
            : SimulatedTeam.Of(
                Math.Clamp(parsed.GetValue(People), 0, MostPeople + 1),
                parsed.GetValue(Duties),
                parsed.GetValue(Areas)
            );

    static string? Wrong(SimulatedTeam team, int aim) =>
        team.People.Count is < 1 or > MostPeople ? $"A team has 1 to {MostPeople} people."
        : team.Duties < 1 || team.Duties > Math.Min(team.People.Count, RotaPlanner.MostDuties)
            ? $"There must be 1 to {Math.Min(team.People.Count, RotaPlanner.MostDuties)} duties."
        : team.Areas < 1 || team.Areas > team.Duties ? "There must be a duty for every area."
        : team.Absent is not (>= 0 and <= 0.9) ? "--absent is a part from 0 to 0.9."
        : team.Years is < 1 or > 20 ? "--years is from 1 to 20."
        : aim < 1 ? "--aim is at least 1 working day."
        : null;
}
