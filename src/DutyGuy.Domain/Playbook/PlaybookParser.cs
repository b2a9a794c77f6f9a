namespace DutyGuy.Domain;

/// <summary>Reads the Markdown of a playbook; never throws on its content.</summary>
public static class PlaybookParser
{
    private const string DutyFile = "duty.md";

    /// <summary>Reads files by name: <c>duty.md</c>, <c>checklists/rollout.md</c> and so on; other files are passed over.</summary>
    public static PlaybookReading Parse(IReadOnlyDictionary<string, string> files)
    {
        var problems = new Problems();
        var checklists = ReadChecklists(files, problems);
        var playbook = files.TryGetValue(DutyFile, out var text) ? ReadDuty(text, checklists, problems) : null;
        if (text is null)
            problems.Add(new(DutyFile, 1, 1, ""), "There is no file duty.md");
        return problems.Any
            ? new(null, problems.Sorted)
            : new(playbook! with { Checklists = checklists, Hash = PlaybookHash.Of(files) }, []);
    }

    /// <summary>Is the file a part of a playbook?</summary>
    public static bool IsPart(string file) =>
        file is DutyFile
        || (file.StartsWith("checklists/", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal));

    private static Dictionary<string, Checklist> ReadChecklists(
        IReadOnlyDictionary<string, string> files,
        Problems problems
    )
    {
        var checklists = new Dictionary<string, Checklist>(StringComparer.Ordinal);
        foreach (var (file, text) in files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (file is DutyFile || !IsPart(file) || ChecklistParser.Read(file, text, problems) is not { } checklist)
                continue;
            if (checklist.Id.Length > 0 && !checklists.TryAdd(checklist.Id, checklist))
                problems.Add(new(file, 1, 1, ""), $"Another checklist has the id “{checklist.Id}” too");
        }
        return checklists;
    }

    private static Playbook? ReadDuty(string text, Dictionary<string, Checklist> checklists, Problems problems)
    {
        if (Section.Cut(DutyFile, text, deepest: 2, problems) is not [var settings, .. var rules])
            return null;
        var read = rules.ConvertAll(section => RuleParser.Read(section, problems));
        if (rules.Count == 0)
            problems.Add(settings.Heading.All, "The playbook has no rule “## Title {#id}”");
        foreach (
            var twice in rules.Where(
                (rule, i) =>
                    rule.Id.Length > 0 && rules.FindIndex(r => r.Id.Equals(rule.Id, StringComparison.Ordinal)) < i
            )
        )
            problems.Add(twice.Heading.Id!, $"The id “{twice.Id}” stands twice in this playbook");
        foreach (var section in rules)
            FindChecklists(section, checklists, problems);
        return SettingsParser.Read(settings, problems) with { Rules = read };
    }

    private static void FindChecklists(Section rule, Dictionary<string, Checklist> checklists, Problems problems)
    {
        const string Follow = "checklist ";
        foreach (var item in rule.ClauseLines.Where(line => line.Word.Is("do")).SelectMany(line => line.Value.List()))
        {
            if (!item.Text.StartsWith(Follow, StringComparison.Ordinal))
                continue;
            var id = item.Part(Follow.Length);
            if (!checklists.ContainsKey(id.Text))
                problems.Unknown(id, "a checklist of this playbook", checklists.Keys);
        }
    }
}
