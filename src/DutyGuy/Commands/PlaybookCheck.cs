using System.Text.Json;
using System.Text.Json.Serialization;
using DutyGuy.Domain;

namespace DutyGuy.Commands;

/// <summary>Tells the outcome of reading a playbook; the exit code is 0 if it is sound, else 1.</summary>
internal static class PlaybookCheck
{
    public static int ToText(PlaybookReading reading, TextWriter output, TextWriter error)
    {
        foreach (var problem in reading.Problems)
            error.WriteLine(problem);
        if (reading.Playbook is { } playbook)
            output.WriteLine(Summary(playbook));
        return reading.Playbook is null ? 1 : 0;
    }

    public static int ToJson(PlaybookReading reading, TextWriter output)
    {
        var answer = new PlaybookCheckAnswer(reading.Playbook is not null, reading.Playbook?.Hash, reading.Problems);
        output.WriteLine(JsonSerializer.Serialize(answer, PlaybookJson.Default.PlaybookCheckAnswer));
        return answer.Ok ? 0 : 1;
    }

    private static string Summary(Playbook playbook) =>
        $"{playbook.Name}: {playbook.Rules.Count} rules, {playbook.Checklists.Count} checklists, no problems.";
}

/// <summary>What <c>duty playbook check --json</c> answers.</summary>
internal sealed record PlaybookCheckAnswer(bool Ok, string? Hash, IReadOnlyList<PlaybookProblem> Problems);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(PlaybookCheckAnswer))]
[JsonSerializable(typeof(GivenSituation))]
[JsonSerializable(typeof(GivenAnswer))]
internal sealed partial class PlaybookJson : JsonSerializerContext;
