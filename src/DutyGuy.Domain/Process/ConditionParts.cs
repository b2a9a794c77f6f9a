namespace DutyGuy.Domain;

/// <summary>What a playbook asks, taken apart.</summary>
public static class ConditionParts
{
    /// <summary>The conditions that a condition is made of, those of what it counts too.</summary>
    public static IEnumerable<Condition> Of(Condition? condition) =>
        condition switch
        {
            null => [],
            Condition.Not c => Of(c.Inner),
            Condition.And c => [.. Of(c.Left), .. Of(c.Right)],
            Condition.Or c => [.. Of(c.Left), .. Of(c.Right)],
            Condition.Count c => [c, .. Of(c.Selection.Where)],
            _ => [condition],
        };

    /// <summary>Of a rule.</summary>
    public static IEnumerable<Condition> Of(Rule rule) =>
        [.. Of(rule.While), .. Of(rule.ForEach?.Where), .. Of(rule.If)];

    /// <summary>Of every rule and check of a playbook, in its order.</summary>
    public static IEnumerable<Condition> Of(Playbook playbook) =>
        playbook
            .Rules.SelectMany(Of)
            .Concat(playbook.Checklists.Values.SelectMany(c => c.Steps).SelectMany(s => Of(s.Check)));
}
