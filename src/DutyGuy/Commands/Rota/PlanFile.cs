using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DutyGuy.Domain;
using NodaTime.Text;

namespace DutyGuy.Commands.Rota;

/// <summary>A plan as a file: one turn a line, so that it is small and two of them compare well.</summary>
static class PlanFile
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RotaPlan Read(JsonElement file) =>
        RotaPlan.Empty with
        {
            Turns = [.. file.List("turns").Select(ProblemFile.Turn)],
            Shadows = [.. file.List("shadows").Select(ProblemFile.Turn)],
            Uncovered = [.. file.List("uncovered").Select(Uncovered)],
        };

    /// <summary>Writes beside the file first: who reads it never sees half a plan.</summary>
    public static void Write(string path, RotaPlan plan)
    {
        var text = new StringBuilder("{\n");
        List(text, "turns", plan.Turns.Select(turn => Line(turn.Duty, turn.Date, ("person", turn.Person))));
        List(text, "shadows", plan.Shadows.Select(turn => Line(turn.Duty, turn.Date, ("person", turn.Person))));
        List(text, "uncovered", plan.Uncovered.Select(turn => Line(turn.Duty, turn.Date, ("why", turn.Why))));
        List(
            text,
            "changes",
            plan.Changes.Select(c => Line(c.Duty, c.Date, ("from", c.From), ("to", c.To), ("why", c.Why))),
            last: true
        );
        text.Append("}\n");
        File.WriteAllText(path + ".part", text.ToString());
        File.Move(path + ".part", path, overwrite: true);
    }

    static UncoveredTurn Uncovered(JsonElement turn) =>
        new(turn.Text("duty"), turn.Date("date") ?? default, turn.Text("why"));

    static void List(StringBuilder text, string name, IEnumerable<string> lines, bool last = false)
    {
        var all = string.Join(",\n  ", lines);
        text.Append(" \"").Append(name).Append("\": [");
        if (all.Length > 0)
            text.Append("\n  ").Append(all).Append("\n ");
        text.Append(last ? "]\n" : "],\n");
    }

    static string Line(string duty, NodaTime.LocalDate date, params (string Name, string? Value)[] more)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("duty", duty);
            writer.WriteString("date", LocalDatePattern.Iso.Format(date));
            foreach (var (name, value) in more)
                writer.WriteString(name, value);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
