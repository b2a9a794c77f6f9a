using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What one rule asks for now, of one error (<paramref name="Subject"/>, its id) or of nothing in particular (null).</summary>
/// <param name="Unseen">With <see cref="RuleLineState.CannotTell"/>: the fact that cannot be seen.</param>
public sealed record RuleLine(
    Rule Rule,
    string? Subject,
    IReadOnlyList<PlaybookAction> Actions,
    RuleLineState State,
    UnseenFact? Unseen = null
);

/// <summary>How a line stands.</summary>
public enum RuleLineState
{
    /// <summary>To do now.</summary>
    Now,

    /// <summary>Held by an earlier rule that comes first.</summary>
    Waiting,

    /// <summary>A fact cannot be seen, so nothing is offered.</summary>
    CannotTell,
}

/// <summary>A fact that cannot be seen, such as <c>ci main</c>, and since when (null: not known).</summary>
public sealed record UnseenFact(string Fact, Instant? Since = null);
