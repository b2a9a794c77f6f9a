namespace DutyGuy.Domain;

/// <summary>Tells what a newer playbook changes.</summary>
public static class PlaybookDifference
{
    /// <summary>Every change, settings first, then rules, then checklists; empty if they say the same.</summary>
    public static IReadOnlyList<PlaybookChange> Between(Playbook older, Playbook newer) =>
        [
            .. Tell(Settings(older), Settings(newer)),
            .. Tell(Rules(older, newer), Rules(newer, older)),
            .. Tell(Checklists(older, newer), Checklists(newer, older)),
        ];

    /// <summary>One thing that a playbook says, under a name that survives rewording.</summary>
    private sealed record Said(string What, string Text, bool Meaning = true);

    private static IEnumerable<Said> Settings(Playbook p)
    {
        yield return new("the name", p.Name, Meaning: false);
        yield return new("the why of the duty", p.Why, Meaning: false);
        yield return new("the zone", p.Zone.Id);
        yield return new("the hours", $"{p.Hours.From:HH:mm} to {p.Hours.To:HH:mm}");
        yield return new("the days", p.WorkingDays ? "working days" : "every day");
        yield return new("the turn", p.Turn);
        yield return new("the aim", p.Aim is { } days ? $"a turn at least every {days} working days" : "none");
    }

    private static IEnumerable<Said> Rules(Playbook p, Playbook other)
    {
        yield return new(
            "the order of the rules",
            Order(p.Rules.Select(rule => rule.Id), other.Rules.Select(rule => rule.Id))
        );
        foreach (var rule in p.Rules)
        {
            yield return new($"rule “{rule.Id}”", PlaybookSentences.Of(rule));
            yield return new($"the title of rule “{rule.Id}”", rule.Title, Meaning: false);
            yield return new($"the why of rule “{rule.Id}”", rule.Why, Meaning: false);
        }
    }

    private static IEnumerable<Said> Checklists(Playbook p, Playbook other)
    {
        foreach (var list in p.Checklists.Values.OrderBy(list => list.Id, StringComparer.Ordinal))
        {
            var others = other.Checklists.GetValueOrDefault(list.Id)?.Steps.Select(step => step.Id) ?? [];
            var of = $"of checklist “{list.Id}”";
            yield return new($"checklist “{list.Id}”", list.Style == ChecklistStyle.ReadDo ? "read-do" : "do-confirm");
            yield return new($"the title {of}", list.Name, Meaning: false);
            yield return new($"the why {of}", list.Why, Meaning: false);
            yield return new($"the aim {of}", list.Aim is { } aim ? PlaybookSentences.Of(aim) : "none");
            yield return new($"the order {of}", Order(list.Steps.Select(step => step.Id), others));
            foreach (var step in list.Steps)
            {
                yield return new($"step “{step.Id}” {of}", PlaybookSentences.Of(step));
                yield return new($"the why of step “{step.Id}” {of}", step.Why, Meaning: false);
            }
        }
    }

    // Only what both have can change places.
    private static string Order(IEnumerable<string> ids, IEnumerable<string> others) =>
        string.Join(", ", ids.Intersect(others, StringComparer.Ordinal));

    private static IEnumerable<PlaybookChange> Tell(IEnumerable<Said> older, IEnumerable<Said> newer)
    {
        var before = older.ToDictionary(said => said.What, StringComparer.Ordinal);
        var after = newer.ToList();
        var kept = after.Select(said => said.What).ToHashSet(StringComparer.Ordinal);
        foreach (var said in before.Values.Where(said => !kept.Contains(said.What) && said.Meaning))
            yield return new(said.What, said.Text, null, Meaning: true);
        foreach (var said in after)
        {
            var old = before.GetValueOrDefault(said.What);
            if (old is null ? said.Meaning : !string.Equals(old.Text, said.Text, StringComparison.Ordinal))
                yield return new(said.What, old?.Text, said.Text, said.Meaning);
        }
    }
}
