using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Tells rules in plain sentences.</summary>
public static class PlaybookSentences
{
    /// <summary>One sentence for a rule, such as <c>For each open error in production, if it has no owner: find owner, poke, assign.</c></summary>
    public static string Of(Rule rule)
    {
        var when = rule.If is null ? null : $"if {Of(rule.If)}";
        var sentence = rule.WhenNo is { } otherwise
            ? $"{Join(": ", Lead(rule), when)}, {Of(rule.WhenYes)}; otherwise {Of(otherwise)}."
            : $"{Join(", ", Lead(rule), when) ?? "All the turn"}: {Of(rule.WhenYes)}.";
        return Capital(sentence) + (rule.First ? " Nothing else counts until this is done." : "");
    }

    /// <summary>One phrase for a condition, such as <c>it is younger than 2 days</c>.</summary>
    public static string Of(Condition condition) =>
        condition switch
        {
            Condition.Not { Inner: Condition.Unassigned } => "it has an owner",
            Condition.Not c => $"not ({Of(c.Inner)})",
            Condition.And c => $"{Inner(c.Left)} and {Inner(c.Right)}",
            Condition.Or c => $"{Of(c.Left)} or {Of(c.Right)}",
            Condition.MainIs c => $"main is {ConditionWords.Of(c.Colour)}",
            Condition.Age { Comparison: Comparison.Less } c => $"it is younger than {Of(c.Limit)}",
            Condition.Age { Comparison: Comparison.AtLeast } c => $"it is {Of(c.Limit)} old or older",
            Condition.Age c => $"its age is {ConditionWords.Plain(c.Comparison)} {Of(c.Limit)}",
            Condition.Unassigned => "it has no owner",
            Condition.Users c => $"it met {ConditionWords.Plain(c.Comparison)} {c.Limit} users",
            Condition.Events c => $"it happened {ConditionWords.Plain(c.Comparison)} {c.Limit} times",
            Condition.NewSinceLastRollout => "it is new since the last rollout",
            Condition.Time c => $"it is {ConditionWords.Plain(c.Comparison, c.Limit)}",
            Condition.WorkingDay => "it is a working day",
            Condition.RolloutDoneToday => "the rollout is done today",
            Condition.Requests c =>
                $"{c.Environment} has {ConditionWords.Plain(c.Comparison)} {c.Limit} requests a minute",
            Condition.Count c => $"the number of {Of(c.Selection)} is {ConditionWords.Plain(c.Comparison)} {c.Limit}",
            Condition.Known c => ConditionWords.Of(c.Fact),
            _ => "",
        };

    /// <summary>One phrase for a length of time, such as <c>2 days</c>.</summary>
    public static string Of(Duration duration) =>
        duration switch
        {
            _ when duration.TotalHours % 24 == 0 => Number(duration.TotalDays, "day"),
            _ when duration.TotalMinutes % 60 == 0 => Number(duration.TotalHours, "hour"),
            _ => Number(duration.TotalMinutes, "minute"),
        };

    /// <summary>One sentence for a step with all that it does.</summary>
    public static string Of(Step step)
    {
        string?[] parts =
        [
            step.Check is null ? null : $"ticks itself when {Of(step.Check)}",
            step.Run is null ? null : $"runs {step.Run}",
            step.Ask is { } ask ? $"asks {ActionWords.Of(ask)}" : null,
            step.Wait is { } wait ? $"takes {Of(wait)}" : null,
            step.Confirm ? "asks to confirm" : null,
            step.Then.Count > 0 ? $"then {Of(step.Then)}" : null,
        ];
        return Join("; ", parts) is { } does ? $"{step.Text} ({does})" : step.Text;
    }

    private static string? Lead(Rule rule) =>
        rule switch
        {
            { Always: true } => "whenever the duty ends, also early",
            { ForEach: { } selection } => $"for each {Of(selection)}" + (rule.OnceADay ? ", once a day" : ""),
            { While: { } condition } => $"while {Of(condition)}",
            { OnceADay: true } => "once a day",
            _ => null,
        };

    private static string Of(Selection selection) =>
        $"open error in {selection.Environment}" + (selection.Where is null ? "" : $" where {Of(selection.Where)}");

    private static string Of(IReadOnlyList<PlaybookAction> actions) => string.Join(", ", actions);

    private static string Inner(Condition condition) =>
        condition is Condition.Or ? $"({Of(condition)})" : Of(condition);

    private static string Number(double value, string unit) => value == 1 ? $"1 {unit}" : $"{value} {unit}s";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string? Join(string separator, params string?[] parts)
    {
        var said = parts.Where(part => part is not null).ToList();
        return said.Count == 0 ? null : string.Join(separator, said);
    }
}
