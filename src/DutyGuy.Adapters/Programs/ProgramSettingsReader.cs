using System.Globalization;
using System.Text.Json;

namespace DutyGuy.Adapters.Programs;

/// <summary>Reads `deploy` and `ci` of `duty.json`; other members are somebody else's.</summary>
public sealed class ProgramSettingsReader
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromMinutes(10);
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly List<string> _mistakes = [];

    private ProgramSettingsReader() { }

    /// <param name="json">The text of the file.</param>
    /// <param name="file">Its name for messages.</param>
    /// <exception cref="ProgramSettingsException">Every mistake, one a line: file, place, what is wrong, what to write.</exception>
    public static ProgramSettings Read(string json, string file)
    {
        var reader = new ProgramSettingsReader();
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var settings = new ProgramSettings(
                reader.Each(document.RootElement, "deploy", ["run", "rollBack", "timeout", "ends"], reader.Deploy),
                reader.Each(document.RootElement, "ci", ["run", "timeout"], reader.Ci)
            );
            if (reader._mistakes.Count == 0)
                return settings;
        }
        catch (JsonException e)
        {
            throw new ProgramSettingsException($"{file}: not JSON: {e.Message}", e);
        }
        throw new ProgramSettingsException(string.Join('\n', reader._mistakes.Select(mistake => $"{file}: {mistake}")));
    }

    private DeployProgram Deploy(JsonElement of, string place) =>
        new(
            Arguments(of, "run", place),
            of.TryGetProperty("rollBack", out _) ? Arguments(of, "rollBack", place) : null,
            Timeout(of, place),
            EndIsTold(of, place)
        );

    private bool EndIsTold(JsonElement of, string place)
    {
        if (!of.TryGetProperty("ends", out var ends))
            return false;
        if (ends.ValueKind != JsonValueKind.String || ends.GetString() != "told")
            Mistake(
                $"{place}.ends",
                "must be \"told\" (the program only asks; its end is told by progress), or left out"
            );
        return true;
    }

    private CiProgram Ci(JsonElement of, string place) => new(Arguments(of, "run", place), Timeout(of, place));

    private Dictionary<string, T> Each<T>(
        JsonElement root,
        string name,
        string[] known,
        Func<JsonElement, string, T> read
    )
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        if (root.ValueKind != JsonValueKind.Object)
            Mistake("$", "must be an object { ... }");
        else if (root.TryGetProperty(name, out var group) && IsObject(group, name))
            foreach (var one in group.EnumerateObject().Where(one => IsObject(one.Value, $"{name}.{one.Name}")))
            {
                foreach (
                    var field in one
                        .Value.EnumerateObject()
                        .Where(field => !known.Contains(field.Name, StringComparer.Ordinal))
                )
                    Mistake($"{name}.{one.Name}.{field.Name}", $"is not known; known are {string.Join(", ", known)}");
                found[one.Name] = read(one.Value, $"{name}.{one.Name}");
            }
        return found;
    }

    private bool IsObject(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return true;
        Mistake(place, "must be an object, as { \"run\": [\"./deploy.sh\", \"{commit}\"], \"timeout\": \"10m\" }");
        return false;
    }

    private string[] Arguments(JsonElement of, string name, string place)
    {
        if (!of.TryGetProperty(name, out var list) || !IsListOfTexts(list))
        {
            Mistake(
                $"{place}.{name}",
                "must be a list of texts, the program first, as [\"./deploy.sh\", \"{commit}\"]"
            );
            return [];
        }
        string[] arguments = [.. list.EnumerateArray().Select(argument => argument.GetString()!)];
        if (arguments[0].Contains('{', StringComparison.Ordinal))
            Mistake($"{place}.{name}", "must name its program without a placeholder");
        foreach (var unknown in Placeholders.Unknown(arguments))
            Mistake(
                $"{place}.{name}",
                $"{unknown} is not known; known are {{commit}} {{previous}} {{release}} {{rollout}}"
            );
        return arguments;
    }

    private static bool IsListOfTexts(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array
        && list.GetArrayLength() > 0
        && list.EnumerateArray().All(argument => argument.ValueKind == JsonValueKind.String)
        && list[0].GetString()!.Trim().Length > 0
        && list.EnumerateArray().All(argument => !argument.GetString()!.Contains('\0', StringComparison.Ordinal));

    private TimeSpan Timeout(JsonElement of, string place)
    {
        if (!of.TryGetProperty("timeout", out var value))
            return UsualTimeout;
        if (value.ValueKind == JsonValueKind.String && Span(value.GetString()!) is { } span)
            return span;
        Mistake($"{place}.timeout", "must be a number with s, m or h between 1s and 24h, as \"10m\"");
        return UsualTimeout;
    }

    private static TimeSpan? Span(string text)
    {
        if (
            text.Length < 2
            || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            return null;
        double? seconds = text[^1] switch
        {
            's' => number,
            'm' => number * 60.0,
            'h' => number * 3600.0,
            _ => null,
        };
        return seconds is >= 1 and <= 86_400 ? TimeSpan.FromSeconds(seconds.Value) : null;
    }

    private void Mistake(string place, string what) => _mistakes.Add($"{place}: {what}");
}
