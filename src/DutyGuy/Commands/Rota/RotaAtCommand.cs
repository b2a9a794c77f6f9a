using System.CommandLine;
using System.Text.Json;

namespace DutyGuy.Commands.Rota;

/// <summary><c>duty rota at</c>: who is on duty at given instants, by the function that the board asks.</summary>
static class RotaAtCommand
{
    static readonly Argument<string> Cases = new("cases")
    {
        Description = "Rotations and instants: {\"cases\": [{id, zone, rotation, query}]} (a JSON file)",
    };
    static readonly Option<string> Out = RotaFiles.Out("Where the answers go, one JSON a line");

    public static Command Create()
    {
        var command = new Command("at", "Tell who is on duty at given instants") { Cases, Out };
        command.SetAction((parsed, _) => RotaFiles.Act(parsed, () => Task.FromResult(Answer(parsed))));
        return command;
    }

    static int Answer(ParseResult parsed)
    {
        var file = RotaFiles.ReadJson(parsed.GetRequiredValue(Cases));
        IEnumerable<(JsonElement Case, string Field, object? Answer)> answers =
        [
            .. file.List("cases").Select(one => (one, "person", (object?)RotationFile.PersonAt(one))),
            .. file.List("membership").Select(one => (one, "person", (object?)RotationFile.PersonAfterChange(one))),
            .. file.List("four_pm").Select(one => (one, "after_16", (object?)RotationFile.IsAfterFour(one))),
            .. file.List("viewer").Select(one => (one, "viewer_sees", (object?)RotationFile.SeenByViewer(one))),
        ];
        File.WriteAllLines(
            parsed.GetRequiredValue(Out),
            answers.Select(a => Line(a.Case.Text("id"), a.Field, a.Answer))
        );
        return 0;
    }

    static string Line(string id, string field, object? answer) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id, [field] = answer }
        );
}
