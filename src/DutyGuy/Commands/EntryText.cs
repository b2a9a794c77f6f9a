using System.Text.Json;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary>An entry of the log book as the terminal shows it.</summary>
static class EntryText
{
    public static void Print(TextWriter output, JsonElement entry, string person)
    {
        output.WriteLine($"Entry {entry.Text("id")}: {entry.Day("date")}, {person} ({entry.Text("duty")})");
        output.WriteLine();
        output.WriteLine(entry.Text("facts").TrimEnd());
        Part(output, "After signing", entry.TextOrNull("afterSigning"));
        Part(output, "Odd", entry.TextOrNull("odd"));
        Part(output, "Tomorrow", entry.TextOrNull("tomorrow"));
        output.WriteLine();
        output.WriteLine(Signed(entry));
    }

    static void Part(TextWriter output, string head, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        output.WriteLine();
        output.WriteLine($"{head}: {text.Trim()}");
    }

    static string Signed(JsonElement entry) =>
        entry.TextOrNull("signedAt") is not null ? "Signed."
        : entry.Text("notSigned") == "true" ? "Closed by the software, not signed."
        : "Not signed yet.";
}
