using System.Text.Json;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Commands;

/// <summary>Evaluates a file of situations, one a line, into a file of answers; one line is held at a time.</summary>
internal static class SituationFiles
{
    private const int Buffer = 1 << 16;

    public static int Evaluate(Playbook playbook, string input, string output, TextWriter error)
    {
        var line = 0;
        try
        {
            using var answers = new FileStream(output, FileMode.Create, FileAccess.Write, FileShare.Read, Buffer);
            using var writer = new Utf8JsonWriter(answers);
            foreach (var text in File.ReadLines(input))
            {
                line++;
                if (text.Length > 0)
                    Answer(playbook, text, answers, writer);
            }
            return 0;
        }
        catch (Exception broken) when (broken is JsonException or FormatException)
        {
            error.WriteLine($"Line {line} of {Path.GetFileName(input)}: {broken.Message}");
            return 1;
        }
    }

    private static void Answer(Playbook playbook, string text, FileStream answers, Utf8JsonWriter writer)
    {
        var given =
            JsonSerializer.Deserialize(text, PlaybookJson.Default.GivenSituation)
            ?? throw new FormatException("A situation is an object.");
        var lines = DutyLoop.Evaluate(playbook, given.ToSituation());
        JsonSerializer.Serialize(writer, GivenAnswer.Of(given.Id, lines), PlaybookJson.Default.GivenAnswer);
        writer.Flush();
        writer.Reset();
        answers.WriteByte((byte)'\n');
    }
}

/// <summary>One situation as a file gives it.</summary>
internal sealed record GivenSituation(
    JsonElement Id,
    DateTimeOffset Now,
    string Zone,
    bool OnDuty,
    MainColour Ci,
    IReadOnlyList<GivenError> Errors,
    IReadOnlyDictionary<string, bool> DoneToday
)
{
    public Situation ToSituation()
    {
        var now = Instant.FromDateTimeOffset(Now);
        var zone =
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone)
            ?? throw new FormatException($"“{Zone}” is not a time zone.");
        return new()
        {
            Now = now,
            Zone = zone,
            OnDuty = OnDuty,
            WorkingDay = now.InZone(zone).DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday),
            Main = Ci,
            Errors = [.. Errors.Select(error => error.ToError())],
            DoneToday = DoneToday.Where(done => done.Value).Select(done => done.Key).ToHashSet(StringComparer.Ordinal),
        };
    }
}

/// <summary>One error as a file gives it.</summary>
internal sealed record GivenError(
    string Id,
    string Environment,
    ErrorStatus Status,
    DateTimeOffset CreatedAt,
    string? Assignee,
    long Users = 0,
    long Events = 0,
    bool NewSinceLastRollout = false
)
{
    public ErrorInSituation ToError() =>
        new(
            Id,
            Environment,
            Status,
            Instant.FromDateTimeOffset(CreatedAt),
            Assignee,
            Users,
            Events,
            NewSinceLastRollout
        );
}

/// <summary>The lines that the playbook asks for now; held lines and those of cannot tell are left out.</summary>
internal sealed record GivenAnswer(JsonElement Id, IReadOnlyList<GivenLine> Lines)
{
    public static GivenAnswer Of(JsonElement id, IReadOnlyList<RuleLine> lines) =>
        new(id, [.. lines.Where(line => line.State == RuleLineState.Now).Select(GivenLine.Of)]);
}

/// <summary>One line of an answer.</summary>
internal sealed record GivenLine(string Rule, string? Subject, IReadOnlyList<string> Actions)
{
    public static GivenLine Of(RuleLine line) =>
        new(line.Rule.Id, line.Subject, [.. line.Actions.Select(action => action.Words)]);
}
