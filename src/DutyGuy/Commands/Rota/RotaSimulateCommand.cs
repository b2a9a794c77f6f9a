using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DutyGuy.Commands.Client;
using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Commands.Rota;

/// <summary><c>duty rota simulate</c>: how often it would be somebody's turn.</summary>
static class RotaSimulateCommand
{
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
        DefaultValueFactory = _ => RotaOutlook.UsualAim,
    };
    static readonly Option<string?> Team = new("--team")
    {
        Description = "Instead of --people and --duties: those of a problem file, with shares and memberships",
    };
    static readonly Option<bool> Present = new("--present")
    {
        Description = "Instead of --people and --duties: the present team, asked of the server",
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
            Present,
            ServerAccess.Server,
            ServerAccess.Token,
            Json,
        };
        command.SetAction((parsed, _) => RotaFiles.Act(parsed, () => Simulate(parsed)));
        return command;
    }

    static async Task<int> Simulate(ParseResult parsed)
    {
        var outlook = parsed.GetValue(Present) ? await OfPresent(parsed) : OfSome(parsed);
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync(
            parsed.GetValue(Json) ? JsonSerializer.Serialize(outlook, Words.Json) : outlook.ToText()
        );
        return 0;
    }

    static RotaOutlook OfSome(ParseResult parsed)
    {
        var team = TeamOf(parsed) with { Absent = parsed.GetValue(Absent), Years = parsed.GetValue(Years) };
        var outlook = RotaOutlook.Of(team, parsed.GetValue(Aim));
        return outlook.Value ?? throw new FormatException(outlook.Refusal!.Detail);
    }

    static async Task<RotaOutlook> OfPresent(ParseResult parsed)
    {
        using var server = ServerAccess.Client(parsed);
        var asked = string.Create(
            CultureInfo.InvariantCulture,
            $"rota/simulation?aim={parsed.GetValue(Aim)}&absent={parsed.GetValue(Absent)}&years={parsed.GetValue(Years)}"
        );
        return (await server.Get(asked)).Deserialize<RotaOutlook>(Words.Json)!;
    }

    static SimulatedTeam TeamOf(ParseResult parsed) =>
        parsed.GetValue(Team) is { } path
            ? SimulatedTeam.Of(RotaFiles.ReadProblem(path))
            : SimulatedTeam.Of(
                Math.Clamp(parsed.GetValue(People), 0, RotaOutlook.MostPeople + 1),
                parsed.GetValue(Duties),
                parsed.GetValue(Areas)
            );
}
