namespace DutyGuy.Domain;

/// <summary>Reads one checklist.</summary>
internal static class ChecklistParser
{
    private static readonly string[] Words = ["style", "aim"];
    private static readonly string[] Styles = ["read-do", "do-confirm"];

    public static Checklist? Read(string file, string text, Problems problems)
    {
        if (Section.Cut(file, text, deepest: 1, problems) is not [var section, ..])
            return null;
        var clauses = new Clauses(problems);
        foreach (var line in section.ClauseLines)
            clauses.Add(line.Word, line.Value, Words);
        return new()
        {
            Id = section.Id,
            Name = section.Heading.Title.Text,
            Why = section.Why,
            Style = ReadStyle(clauses["style"], section, problems),
            Aim = clauses["aim"] is { } aim ? Values.Length(aim, problems) : null,
            Steps = ReadSteps(section, problems),
        };
    }

    private static ChecklistStyle ReadStyle(Phrase? value, Section section, Problems problems)
    {
        if (value is null)
            problems.Add(section.Heading.All, "Here is missing: “- style: read-do” or “- style: do-confirm”");
        else if (!Styles.Contains(value.Text, StringComparer.Ordinal))
            problems.Unknown(value, "a style", Styles);
        return value?.Text is "do-confirm" ? ChecklistStyle.DoConfirm : ChecklistStyle.ReadDo;
    }

    private static List<Step> ReadSteps(Section section, Problems problems)
    {
        var steps = new List<Step>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, line) in section.Lines.Index())
        {
            if (line is not SourceLine.Step found)
                continue;
            var why = Section.Prose(section.Lines.Skip(i + 1).TakeWhile(next => next is not SourceLine.Step));
            var step = StepParser.Read(found.Body, why, problems);
            if (step.Id.Length > 0 && !seen.Add(step.Id))
                problems.Add(found.All, $"The id “{step.Id}” stands twice in this checklist");
            steps.Add(step);
        }
        if (steps.Count == 0)
            problems.Add(section.Heading.All, "The checklist has no step “- [ ] text {#id}”");
        return steps;
    }
}
