using System.Text;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Drafts an entry from the facts: what happened, with times, as Markdown that fits a screen.</summary>
public static class LogDraft
{
    static readonly (string Title, FactKind[] Kinds)[] Parts =
    [
        ("Main", [FactKind.MainRed, FactKind.MainGreen, FactKind.MainUnseen]),
        (
            "Errors",
            [
                FactKind.ErrorSeen,
                FactKind.ErrorRegressed,
                FactKind.Poked,
                FactKind.PokeAnswered,
                FactKind.Assigned,
                FactKind.ErrorResolved,
                FactKind.ErrorIgnored,
                FactKind.ErrorsMerged,
                FactKind.ErrorSplit,
                FactKind.TakenBack,
                FactKind.BaselineDeclared,
                FactKind.TicketFiled,
            ]
        ),
        ("Performance", [FactKind.PerformanceChecked, FactKind.Judged]),
        (
            "Rollout",
            [
                FactKind.RolloutStarted,
                FactKind.RolloutAsked,
                FactKind.RolloutSwitched,
                FactKind.RolloutAlarm,
                FactKind.RolloutDone,
                FactKind.RolloutFailed,
                FactKind.RolloutUnknown,
                FactKind.RolledBack,
                FactKind.RolloutDeclined,
                FactKind.GateOverridden,
                FactKind.HoldSet,
                FactKind.HoldLifted,
            ]
        ),
        ("Steps", [FactKind.StepDone]),
        (
            "The duty",
            [
                FactKind.DutyStarted,
                FactKind.TookOver,
                FactKind.EndedEarly,
                FactKind.Swap,
                FactKind.Change,
                FactKind.PlaybookPublished,
            ]
        ),
    ];

    /// <summary>Mark of a step's fact that stands in the entry: left out with a reason, or words for the log.</summary>
    public const string ForTheEntry = "entry";

    /// <summary>An entry fits one screen; the whole record is in the facts.</summary>
    const int MostLines = 8;

    /// <summary>The entry's facts as Markdown.</summary>
    /// <param name="record">Facts of the holding, in order.</param>
    /// <param name="zone">Zone of the times.</param>
    /// <param name="open">What is not finished, for the hand-over.</param>
    /// <param name="notWatched">What is not connected.</param>
    public static string Markdown(
        IReadOnlyList<Fact> record,
        DateTimeZone zone,
        IReadOnlyList<UnfinishedLine> open,
        IReadOnlyList<string> notWatched
    )
    {
        var text = new StringBuilder();
        foreach (var (title, kinds) in Parts)
            Part(text, title, [.. record.Where(f => Belongs(f, kinds)).Select(f => Line(f, zone))]);
        if (text.Length == 0)
            text.Append("A quiet day: nothing happened that the duty had to do.\n\n");
        Part(text, "Not finished", [.. open.Select(o => $"- {Escape($"{o}")}")]);
        if (notWatched.Count > 0)
            text.Append($"Not watched: {string.Join(", ", notWatched)}.\n");
        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>Facts that came after the signature, as Markdown; null when there are none.</summary>
    public static string? After(IReadOnlyList<Fact> record, DateTimeZone zone)
    {
        var lines = record.Where(f => Parts.Any(p => Belongs(f, p.Kinds))).Select(f => Line(f, zone)).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines) + "\n";
    }

    /// <summary>The first line of the first part, as plain text; null when nothing happened.</summary>
    public static string? First(IReadOnlyList<Fact> record, DateTimeZone zone) =>
        Parts
            .SelectMany(p => record.Where(f => Belongs(f, p.Kinds)))
            .Select(f => $"{Time(f, zone)} {f.Text}")
            .FirstOrDefault();

    static bool Belongs(Fact fact, FactKind[] kinds) =>
        kinds.Contains(fact.Kind) && (fact.Kind != FactKind.StepDone || fact.Data.ContainsKey(ForTheEntry));

    static void Part(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        text.Append($"### {title}\n\n");
        var shown = lines.Count > MostLines ? MostLines - 1 : lines.Count;
        foreach (var line in lines.Take(shown))
            text.Append(line).Append('\n');
        if (shown < lines.Count)
            text.Append($"- and {lines.Count - shown} more\n");
        text.Append('\n');
    }

    static string Line(Fact fact, DateTimeZone zone) => $"- {Time(fact, zone)} {Escape(fact.Text)}";

    static string Time(Fact fact, DateTimeZone zone) => $"{fact.At.InZone(zone).TimeOfDay:HH:mm}";

    /// <summary>Words of errors are not markup.</summary>
    static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#')
                safe.Append('\\');
            safe.Append(letter);
        }
        return safe.ToString();
    }
}
