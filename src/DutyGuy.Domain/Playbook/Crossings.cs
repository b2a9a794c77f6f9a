using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Finds the instants at which the passing of time alone can change what conditions are worth.</summary>
internal sealed class Crossings(Situation at)
{
    private Instant? next;

    public static Instant? Next(Playbook playbook, Situation at)
    {
        var crossings = new Crossings(at);
        foreach (var rule in playbook.Rules)
            crossings.Add(rule);
        foreach (var step in playbook.Checklists.Values.SelectMany(checklist => checklist.Steps))
            crossings.Add(step.Check, environment: null);
        return crossings.next;
    }

    private void Add(Rule rule)
    {
        if (rule.OnceADay)
            AddTimeOfDay(LocalTime.Midnight);
        Add(rule.While, environment: null);
        Add(rule.ForEach?.Where, rule.ForEach?.Environment);
        Add(rule.If, rule.ForEach?.Environment);
    }

    private void Add(Condition? condition, string? environment)
    {
        switch (condition)
        {
            case Condition.Not c:
                Add(c.Inner, environment);
                break;
            case Condition.And c:
                Add(c.Left, environment);
                Add(c.Right, environment);
                break;
            case Condition.Or c:
                Add(c.Left, environment);
                Add(c.Right, environment);
                break;
            case Condition.Count c:
                Add(c.Selection.Where, c.Selection.Environment);
                break;
            case Condition.Age c:
                AddAges(c, environment);
                break;
            case Condition.Time c:
                AddTimeOfDay(LocalTime.Midnight);
                AddTimeOfDay(c.Limit);
                AddClockChange();
                break;
            case Condition.WorkingDay or Condition.RolloutDoneToday:
                AddTimeOfDay(LocalTime.Midnight);
                break;
        }
    }

    private void AddAges(Condition.Age age, string? environment)
    {
        foreach (var error in at.Errors)
        {
            if (
                error.Status == ErrorStatus.Open
                && string.Equals(error.Environment, environment, StringComparison.Ordinal)
            )
                AddLimit(error.CreatedAt + age.Limit);
        }
    }

    // A local time can exist never or twice on a day when clocks change; never: it is passed at the change.
    private void AddTimeOfDay(LocalTime time)
    {
        var today = at.Now.InZone(at.Zone).Date;
        for (var day = 0; day <= 2; day++)
        {
            var mapping = at.Zone.MapLocal(today.PlusDays(day) + time);
            if (mapping.Count == 0)
            {
                Add(mapping.EarlyInterval.End);
                continue;
            }
            AddLimit(mapping.First().ToInstant());
            AddLimit(mapping.Last().ToInstant());
        }
    }

    private void AddClockChange()
    {
        var interval = at.Zone.GetZoneInterval(at.Now);
        if (interval.HasEnd && interval.End - at.Now < Duration.FromDays(2))
            Add(interval.End);
    }

    // "<" changes at the limit, "<=" just after it: naming both is cheap.
    private void AddLimit(Instant limit)
    {
        Add(limit);
        Add(limit + Duration.Epsilon);
    }

    private void Add(Instant instant)
    {
        if (instant > at.Now && (next is null || instant < next))
            next = instant;
    }
}
