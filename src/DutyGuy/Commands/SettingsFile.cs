using System.Text.Json;
using DutyGuy.Store;

namespace DutyGuy.Commands;

/// <summary>duty.json before it is read: a mistake in it is told with its place.</summary>
static class SettingsFile
{
    /// <summary>Every name that duty.json may have at its top.</summary>
    static readonly string[] Known =
    [
        "urls",
        "database",
        "folder",
        "test-clock",
        "bootstrap-token",
        "bootstrap_token",
        "public-address",
        "public_address",
        "wall-frames",
        "proxies",
        "calendar-hosts",
        "demo",
        "secret",
        "deploy",
        "ci",
        "mail",
        "webhook",
        "intake",
    ];

    static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <exception cref="StartProblem">It is no JSON, or has a name that nobody reads.</exception>
    public static void Check(string path)
    {
        if (!File.Exists(path))
            return;
        using var json = Parse(path);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
            throw new StartProblem($"{path} must begin with {{.", "Write { \"urls\": \"http://127.0.0.1:5170\" }.");
        foreach (var setting in json.RootElement.EnumerateObject())
            if (!Known.Contains(setting.Name, StringComparer.OrdinalIgnoreCase))
                throw new StartProblem(
                    $"{path} has the setting “{setting.Name}”, which there is not.",
                    Domain.Suggest.Nearest(setting.Name, Known) is { } near
                        ? $"Did you mean “{near}”?"
                        : $"There are: {string.Join(", ", Known.Where(k => !k.Contains('_')))}."
                );
    }

    static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path), Lenient);
        }
        catch (JsonException broken)
        {
            throw new StartProblem(
                $"{path} is not JSON: line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}.",
                "Look there for a missing comma, quotation mark or bracket.",
                broken
            );
        }
    }
}
