using System.Runtime.CompilerServices;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What the playbook's rules ask for of each error, also outside the hours: every count of errors comes from here.</summary>
public sealed class ErrorAsks
{
    static readonly ConditionalWeakTable<DutyFacts, ErrorAsks> Remembered = [];

    readonly DutyFacts facts;
    readonly Situation situation;
    readonly ILookup<string?, RuleLine> lines;

    ErrorAsks(DutyFacts facts)
    {
        this.facts = facts;
        situation = SituationOf.Duty(facts) with { OnDuty = true };
        lines = DutyLoop
            .Evaluate(facts.Playbook, situation)
            .Where(l => l.Subject is not null)
            .ToLookup(l => l.Subject, StringComparer.Ordinal);
    }

    /// <summary>Of these facts.</summary>
    public static ErrorAsks Of(DutyFacts facts) => Remembered.GetValue(facts, f => new ErrorAsks(f));

    /// <summary>Open errors without an owner for which a rule asks to find one; not those from before.</summary>
    public IReadOnlyList<TrackedError> Unowned => field ??= [.. facts.Errors.Where(WaitsForOwner)];

    /// <summary>Errors of which a fact is missing that their rule asks for.</summary>
    public IReadOnlyList<TrackedError> Unknown => field ??= [.. facts.Errors.Where(CannotTell)];

    /// <summary>Whether a rule asks to find an owner, and there is none.</summary>
    public bool WaitsForOwner(TrackedError error) =>
        IsMine(error) && error.Assignee is null && Actions(error).Any(AsksOwner);

    /// <summary>Whether a rule asks to look into it and to write it up, and nobody did.</summary>
    public bool IsToWriteUp(TrackedError error) => IsMine(error) && IsOld(error) && !WaitsForOwner(error);

    /// <summary>Whether the rules ask what was found, and no more for an owner.</summary>
    public bool IsOld(TrackedError error) =>
        Actions(error).ToList() is var actions && actions.Any(AsksWriteUp) && !actions.Any(AsksOwner);

    /// <summary>Whether a fact is missing to know what the rules ask of it.</summary>
    public bool CannotTell(TrackedError error) =>
        IsMine(error)
        && error.Assignee is null
        && (
            LinesOf(error).Any(l => l.State == RuleLineState.CannotTell)
            || (
                situation.UnseenEnvironments.ContainsKey(error.Environment)
                && WatchedEnvironments.Of(facts.Playbook).Errors.Contains(error.Environment)
            )
        );

    /// <summary>Since when the rule asks for what it asks: the last age in it that the error has passed.</summary>
    public static Instant OldSince(Rule rule, TrackedError error, Instant now) =>
        ConditionParts
            .Of(rule)
            .OfType<Condition.Age>()
            .Select(a => error.CreatedAt + a.Limit)
            .Where(at => at <= now)
            .Append(error.CreatedAt)
            .Max();

    /// <summary>The ages from which the rules send errors to be written up, such as <c>2 days</c>; empty when it is not by age.</summary>
    public static IReadOnlyList<Duration> Ages(Playbook playbook) =>
        [
            .. playbook
                .Rules.Where(r => r.WhenYes.Concat(r.WhenNo ?? []).Any(AsksWriteUp))
                .SelectMany(ConditionParts.Of)
                .OfType<Condition.Age>()
                .Select(a => a.Limit)
                .Distinct()
                .Order(),
        ];

    internal static bool AsksOwner(PlaybookAction action) =>
        action.Kind is ActionKind.FindOwner or ActionKind.Poke or ActionKind.Assign;

    internal static bool AsksWriteUp(PlaybookAction action) =>
        action.Kind is ActionKind.Investigate or ActionKind.FileTicket;

    static bool IsMine(TrackedError error) =>
        error is { Status: ErrorStatus.Open, Baseline: false } && error.TicketLife != error.Life;

    IEnumerable<RuleLine> LinesOf(TrackedError error) => lines[error.Id.ToString()];

    IEnumerable<PlaybookAction> Actions(TrackedError error) => LinesOf(error).SelectMany(l => l.Actions);
}
