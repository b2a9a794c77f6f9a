using System.Text.Json;

namespace DutyGuy.Commands.Client;

/// <summary>A problem of the API (RFC 9457) as a sentence for people.</summary>
static class Problem
{
    /// <summary>The detail, and below it what is wrong with each line of a file.</summary>
    public static string Sentence(int status, string body)
    {
        if (Parsed(body) is not { ValueKind: JsonValueKind.Object } problem)
            return $"The server refuses with status {status}.";
        var detail =
            problem.TextOrNull("detail") ?? problem.TextOrNull("title") ?? $"The server refuses with status {status}.";
        return string.Join(
            Environment.NewLine,
            [detail, .. Lines(problem).Where(l => !l.EndsWith(detail, StringComparison.Ordinal))]
        );
    }

    static IEnumerable<string> Lines(JsonElement problem) =>
        problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Object
            ? errors.EnumerateObject().SelectMany(e => e.Value.EnumerateArray().Select(why => $"{e.Name}: {why}"))
            : [];

    static JsonElement? Parsed(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
