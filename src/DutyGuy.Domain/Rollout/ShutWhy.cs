namespace DutyGuy.Domain;

/// <summary>Why a check before the button says no: what it counted, in the words of its own condition.</summary>
static class ShutWhy
{
    const int Most = 5;

    public static string Of(Step step, DutyFacts facts)
    {
        var situation = SituationOf.Duty(facts);
        var counts = ConditionParts
            .Of(step.Check)
            .OfType<Condition.Count>()
            .Where(c => DutyLoop.Holds(c, situation) == Tri.No)
            .Select(c => Counted(c, situation, facts))
            .OfType<string>()
            .ToList();
        return counts.Count > 0 ? string.Join(' ', counts) : "The check says no.";
    }

    /// <summary>Null when the check wants more of them than there are.</summary>
    static string? Counted(Condition.Count count, Situation at, DutyFacts facts)
    {
        var found = at
            .Errors.Where(e => Truth.Selected(count.Selection, at, e) == Tri.Yes)
            .Select(e => e.Id)
            .ToHashSet(StringComparer.Ordinal);
        if (found.Count <= count.Limit)
            return null;
        var titles = facts
            .Errors.Where(e => found.Contains(e.Id.ToString()))
            .Select(e => FullStop.Without(e.Title))
            .ToList();
        var more = titles.Count > Most ? $"; and {titles.Count - Most} more" : "";
        var what = ConditionParts.Of(count.Selection.Where).Any(c => c is Condition.Unassigned) ? "No owner" : "Open";
        return FullStop.After($"{what}: {string.Join("; ", titles.Take(Most))}{more}");
    }
}
