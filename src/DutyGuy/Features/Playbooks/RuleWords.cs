using System.Text.RegularExpressions;

namespace DutyGuy.Features.Playbooks;

/// <summary>A piece of a rule's sentence: quiet for a word of the clauses, a link for a checklist.</summary>
sealed record RuleWord(string Text, bool Quiet = false, string? Href = null);

/// <summary>The sentence of a rule as the page sets it. Pure.</summary>
static partial class RuleWords
{
    const string First = "Nothing else counts until this is done.";

    static readonly (string Short, string Full)[] Actions =
    [
        ("find owner", "find its owner"),
        ("file ticket", "file a ticket"),
        ("write log entry", "write the log entry"),
    ];

    /// <summary>The pieces without the sentence about being first.</summary>
    public static IReadOnlyList<RuleWord> Of(string sentence, IReadOnlyList<ChecklistView> checklists)
    {
        var text = Actions.Aggregate(
            sentence.Replace(First, "", StringComparison.Ordinal).Trim(),
            (said, action) => said.Replace(action.Short, action.Full, StringComparison.Ordinal)
        );
        var words = new List<RuleWord>();
        var at = 0;
        foreach (Match found in Special().Matches(text))
        {
            words.Add(new(text[at..found.Index]));
            words.AddRange(Of(found, checklists));
            at = found.Index + found.Length;
        }
        return [.. words.Append(new(text[at..])).Where(w => w.Text.Length > 0)];
    }

    /// <summary>What stands below the sentence.</summary>
    public static string? Below(string sentence) => sentence.Contains(First, StringComparison.Ordinal) ? First : null;

    /// <summary>How a step is done, in few words; the text of the playbook says all.</summary>
    public static string Kind(StepText step) =>
        string.Join(", ", DoneBy(step).Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(Kind));

    static string DoneBy(StepText step) =>
        step.Sentence.StartsWith(step.Text, StringComparison.Ordinal)
            ? step.Sentence[step.Text.Length..].Trim(' ', ':', '.', '(', ')')
            : step.Sentence;

    static string Kind(string part) =>
        part.StartsWith("ticks itself", StringComparison.Ordinal) ? "checks itself"
        : part.StartsWith("takes ", StringComparison.Ordinal) ? "waits " + part["takes ".Length..]
        : part == "asks to confirm" ? "asks once more"
        : part.StartsWith("asks ", StringComparison.Ordinal) ? "asks"
        : part.StartsWith("runs ", StringComparison.Ordinal) ? "runs"
        : part;

    static IEnumerable<RuleWord> Of(Match found, IReadOnlyList<ChecklistView> checklists)
    {
        if (!found.Groups["list"].Success)
            return [new(found.Value, Quiet: true)];
        var id = found.Groups["list"].Value;
        var name = checklists.FirstOrDefault(c => c.Id == id)?.Name ?? id;
        return [new("follow "), new(name, Href: "#checklist-" + id)];
    }

    [GeneratedRegex(
        @"^(While|For each|Once a day|Whenever the duty ends)|\b(if|otherwise)\b|\bchecklist (?<list>[a-z0-9-]+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Special();
}
