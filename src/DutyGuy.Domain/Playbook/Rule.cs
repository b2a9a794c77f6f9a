namespace DutyGuy.Domain;

/// <summary>One rule of a playbook: when it holds, the duty does its actions.</summary>
public sealed record Rule
{
    /// <summary>Stable through rewording, such as <c>staging</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The prose under the heading; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary><c>while:</c> the rule holds as long as this does.</summary>
    public Condition? While { get; init; }

    /// <summary><c>for each:</c> one line for each of these errors.</summary>
    public Selection? ForEach { get; init; }

    /// <summary><c>once: a day</c>: holds until it was done today.</summary>
    public bool OnceADay { get; init; }

    /// <summary><c>if:</c> guards the rule, and chooses between the branches.</summary>
    public Condition? If { get; init; }

    /// <summary><c>do:</c> of the rule itself; first in every branch.</summary>
    public IReadOnlyList<PlaybookAction> Do { get; init; } = [];

    /// <summary><c>do:</c> nested under <c>if:</c>.</summary>
    public IReadOnlyList<PlaybookAction> IfDo { get; init; } = [];

    /// <summary><c>do:</c> nested under <c>else:</c>; null: there is no <c>else:</c>.</summary>
    public IReadOnlyList<PlaybookAction>? ElseDo { get; init; }

    /// <summary><c>first:</c> while it holds, the lines of all later rules wait.</summary>
    public bool First { get; init; }

    /// <summary><c>always:</c> done whenever a turn ends; gives no line of the board.</summary>
    public bool Always { get; init; }

    /// <summary>Where the heading stands in duty.md, from 1.</summary>
    public int Line { get; init; }

    /// <summary>What sort of rule it is.</summary>
    public RuleKind Kind =>
        this switch
        {
            { Always: true } => RuleKind.Always,
            { While: not null } => RuleKind.While,
            { ForEach: not null } => RuleKind.ForEach,
            { OnceADay: true } => RuleKind.Once,
            _ => RuleKind.Plain,
        };

    /// <summary>All actions when the condition holds.</summary>
    public IReadOnlyList<PlaybookAction> WhenYes => field ??= [.. Do, .. IfDo];

    /// <summary>All actions when it does not hold; null: the rule then says nothing.</summary>
    public IReadOnlyList<PlaybookAction>? WhenNo => ElseDo is null ? null : field ??= [.. Do, .. ElseDo];
}

/// <summary>The sorts of rules.</summary>
public enum RuleKind
{
    /// <summary>Holds whenever its <c>if:</c> holds, or all the turn.</summary>
    Plain,

    /// <summary><c>while:</c></summary>
    While,

    /// <summary><c>for each:</c></summary>
    ForEach,

    /// <summary><c>once: a day</c></summary>
    Once,

    /// <summary><c>always:</c></summary>
    Always,
}
