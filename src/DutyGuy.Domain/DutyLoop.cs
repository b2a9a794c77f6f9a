using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Evaluates any playbook on any situation: pure, total, without effects.</summary>
public static class DutyLoop
{
    /// <summary>The lines of the board in the order of the rules; none off duty.</summary>
    public static IReadOnlyList<RuleLine> Evaluate(Playbook playbook, Situation situation)
    {
        if (!situation.OnDuty)
            return [];
        var lines = new List<RuleLine>();
        var held = false;
        foreach (var rule in playbook.Rules)
        {
            var before = lines.Count;
            Add(lines, rule, playbook, situation);
            for (var i = before; held && i < lines.Count; i++)
                lines[i] = lines[i] with { State = RuleLineState.Waiting };
            held |= rule.First && lines.Count > before && lines[before].State == RuleLineState.Now;
        }
        return lines;
    }

    /// <summary>Does it hold? Facts of an error need <paramref name="error"/>, else cannot tell.</summary>
    public static Tri Holds(Condition condition, Situation situation, ErrorInSituation? error = null) =>
        Truth.Of(condition, situation, error);

    /// <summary>False if the condition asks a source that was never connected: such a check is no gate.</summary>
    public static bool IsWatched(Condition condition, Situation situation) => Watching.Of(condition, situation);

    /// <summary>The next instant after now at which time alone can change the evaluation or a check; null: never.</summary>
    public static Instant? NextChange(Playbook playbook, Situation situation) =>
        situation.OnDuty ? Crossings.Next(playbook, situation) : null;

    private static void Add(List<RuleLine> lines, Rule rule, Playbook playbook, Situation at)
    {
        if (rule.Always || IsDone(rule, at) || !Watching.Of(rule, playbook, at))
            return;
        if (rule.ForEach is { } selection)
            AddErrors(lines, rule, selection, at);
        else
            AddOne(lines, rule, at);
    }

    private static bool IsDone(Rule rule, Situation at)
    {
        if (!rule.OnceADay)
            return false;
        if (at.RulesDoneToday is { } done)
            return done.Contains(rule.Id);
        if (at.DoneToday.Count == 0)
            return false;
        if (at.DoneToday.Contains(rule.Id))
            return true;
        foreach (var action in rule.WhenYes)
        {
            if (action.Checklist is { } id && at.DoneToday.Contains(id))
                return true;
        }
        return false;
    }

    private static void AddOne(List<RuleLine> lines, Rule rule, Situation at)
    {
        var truth = rule.While is null ? Tri.Yes : Truth.Of(rule.While, at, null);
        if (truth == Tri.CannotTell)
            lines.Add(CannotTell(rule, null, Watching.Unseen(rule.While, at, null)));
        else if (truth == Tri.Yes)
            AddBranch(lines, rule, at, null);
    }

    private static void AddErrors(List<RuleLine> lines, Rule rule, Selection selection, Situation at)
    {
        if (Truth.IsBlind(selection.Environment, at))
        {
            lines.Add(CannotTell(rule, null, Watching.Errors(selection.Environment, at)));
            return;
        }
        foreach (var error in at.Errors)
        {
            var truth = Truth.Selected(selection, at, error);
            if (truth == Tri.Yes)
                AddBranch(lines, rule, at, error);
            else if (truth == Tri.CannotTell)
                lines.Add(CannotTell(rule, error.Id, Watching.Unseen(selection.Where, at, error)));
        }
    }

    private static void AddBranch(List<RuleLine> lines, Rule rule, Situation at, ErrorInSituation? error)
    {
        var truth = rule.If is null ? Tri.Yes : Truth.Of(rule.If, at, error);
        if (truth == Tri.CannotTell)
            lines.Add(CannotTell(rule, error?.Id, Watching.Unseen(rule.If, at, error)));
        else if ((truth == Tri.Yes ? rule.WhenYes : rule.WhenNo) is { } actions)
            lines.Add(new(rule, error?.Id, actions, RuleLineState.Now));
    }

    private static RuleLine CannotTell(Rule rule, string? subject, UnseenFact? unseen) =>
        new(rule, subject, [], RuleLineState.CannotTell, unseen);
}
