using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>Reads one step: text, id, then its clauses between backticks.</summary>
internal static partial class StepParser
{
    private static readonly string[] Words = ["check", "run", "ask", "wait", "confirm", "then"];

    public static Step Read(Phrase body, string why, Problems problems)
    {
        var match = Form().Match(body.Text);
        var text = match.Groups["text"].Value.Trim();
        var id = match.Groups["id"] is { Success: true } found ? body.Part(found.Index, found.Length) : null;
        var clauses = ReadClauses(body.Part(match.Groups["rest"].Index), problems);
        clauses.Needs("then", "check");
        clauses.Needs("confirm", "run");
        clauses.Says("confirm", "");
        return new()
        {
            Id = Section.ReadId(id, body, text, problems),
            Text = text,
            Why = why,
            Check = clauses["check"] is { } check ? ConditionParser.Read(check, ofError: false, problems) : null,
            Run = clauses["run"] is { } run ? ActionParser.One(run, ActionWords.OfSteps, problems) : null,
            Ask = clauses["ask"] is { } ask ? ReadAsk(ask, problems) : null,
            Wait = clauses["wait"] is { } wait ? Values.Length(wait, problems) : null,
            Confirm = clauses["confirm"] is not null,
            Then = clauses["then"] is { } then ? ActionParser.List(then, ActionWords.OfThen, problems) : [],
        };
    }

    private static Clauses ReadClauses(Phrase rest, Problems problems)
    {
        var clauses = new Clauses(problems);
        foreach (Match clause in ClauseForm().Matches(rest.Text))
        {
            if (clause.Groups["other"] is { Success: true } other)
                problems.Add(
                    rest.Part(other.Index, other.Length),
                    $"“{other.Value}” does not belong here: clauses stand between backticks"
                );
            else
                clauses.Add(Part("word"), Part("value"), Words);
            Phrase Part(string group) => rest.Part(clause.Groups[group].Index, clause.Groups[group].Length);
        }
        return clauses;
    }

    private static AskKind? ReadAsk(Phrase phrase, Problems problems)
    {
        var all = Enum.GetValues<AskKind>();
        foreach (var kind in all.Where(kind => phrase.Is(ActionWords.Of(kind))))
            return kind;
        problems.Unknown(phrase, "a question of the playbook", all.Select(ActionWords.Of));
        return null;
    }

    [GeneratedRegex(@"^(?<text>[^{`]*)(\{#(?<id>[^}]*)\})?(?<rest>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(
        @"`(?<word>[^:`]*):?(?<value>[^`]*)`|(?<other>[^`\s][^`]*|`.*)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ClauseForm();
}
