namespace DutyGuy.Domain;

/// <summary>Reads one rule of duty.md.</summary>
internal static class RuleParser
{
    private static readonly string[] Words = ["while", "for each", "if", "else", "once", "do", "first", "always"];
    private static readonly string[] NestedWords = ["do"];

    public static Rule Read(Section section, Problems problems)
    {
        var clauses = ReadClauses(section, problems);
        Check(clauses);
        var each = clauses["for each"];
        var rule = new Rule
        {
            Id = section.Id,
            Title = section.Heading.Title.Text,
            Why = section.Why,
            Line = section.Heading.All.Line,
            While = Condition(clauses["while"], ofError: false, problems),
            ForEach = each is null ? null : ConditionParser.ReadSelection(each, problems),
            OnceADay = clauses.Says("once", "a day"),
            If = Condition(clauses["if"], ofError: each is not null, problems),
            First = clauses.Says("first", "nothing else counts until this is done"),
            Always = clauses.Says("always", "also when it ends early"),
            Do = Actions("do", clauses, problems),
            IfDo = Actions("if/do", clauses, problems),
            ElseDo = clauses.Says("else", "") ? Actions("else/do", clauses, problems) : null,
        };
        CheckActions(section, clauses, problems);
        return rule;
    }

    private static Clauses ReadClauses(Section section, Problems problems)
    {
        var clauses = new Clauses(problems);
        var parent = "";
        foreach (var step in section.Lines.OfType<SourceLine.Step>())
            problems.Add(step.All, "A step stands in a checklist only");
        foreach (var line in section.ClauseLines)
        {
            if (!line.Nested)
                parent = line.Word.Text;
            if (line.Nested && parent is not ("if" or "else"))
                problems.Add(line.Word, "Only “if:” and “else:” have a “do:” under them");
            else if (line.Nested)
                clauses.Add(line.Word, line.Value, NestedWords, $"{parent}/{line.Word.Text}");
            else
                clauses.Add(line.Word, line.Value, Words);
        }
        return clauses;
    }

    private static void Check(Clauses clauses)
    {
        clauses.Needs("else", "if");
        clauses.Needs("first", "while");
        clauses.Exclude("always", "while", "for each", "if", "else", "once", "first");
        clauses.Exclude("while", "for each", "once");
    }

    private static void CheckActions(Section section, Clauses clauses, Problems problems)
    {
        if (clauses["do"] is not null)
            return;
        if (clauses.WordOf("if") is { } yes && clauses["if/do"] is null)
            problems.Add(yes, "“if” says nothing to do: here is missing “do:”");
        if (clauses.WordOf("else") is { } no && clauses["else/do"] is null)
            problems.Add(no, "“else” says nothing to do: here is missing “do:”");
        if (clauses.WordOf("if") is null)
            problems.Add(section.Heading.All, "The rule says nothing to do: here is missing “do:”");
    }

    private static Condition? Condition(Phrase? value, bool ofError, Problems problems) =>
        value is null ? null : ConditionParser.Read(value, ofError, problems);

    private static List<PlaybookAction> Actions(string key, Clauses clauses, Problems problems)
    {
        IReadOnlyList<ActionKind> allowed = (clauses["always"], clauses["for each"]) switch
        {
            (not null, _) => [ActionKind.WriteLogEntry],
            (_, not null) => [.. ActionWords.OnErrors, ActionKind.Checklist],
            _ => [ActionKind.Checklist],
        };
        return clauses[key] is { } value ? ActionParser.List(value, allowed, problems) : [];
    }
}
