using DutyGuy.Web.Components;

namespace DutyGuy.Features.LogBook;

/// <summary>How an entry is marked and said in one line.</summary>
static class EntryWordsOf
{
    public static MarkKind Mark(EntryView entry) =>
        entry.SignedAt is not null ? MarkKind.Ok
        : entry.To is null ? MarkKind.Held
        : MarkKind.Warn;

    public static string Word(EntryView entry) =>
        entry.SignedAt is not null ? "signed"
        : entry.To is null ? "draft"
        : "not signed";

    /// <summary>The words of the person, else the first fact.</summary>
    public static string Short(EntryView entry) =>
        entry.Tomorrow is { Length: > 0 } tomorrow ? $"“{tomorrow}”"
        : entry.Odd is { Length: > 0 } odd ? $"“{odd}”"
        : FirstFact(entry.Facts) ?? "A quiet day.";

    /// <summary>The first line; what only says what was left says so.</summary>
    static string? FirstFact(string facts)
    {
        var lines = facts.Split('\n');
        var at = Array.FindIndex(lines, line => line.StartsWith('-'));
        if (at < 0)
            return null;
        var fact = lines[at].TrimStart('-', ' ');
        var under = lines.Take(at).LastOrDefault(line => line.StartsWith('#'))?.TrimStart('#', ' ');
        return under == "Not finished" ? $"Not finished: {fact}." : fact;
    }
}
