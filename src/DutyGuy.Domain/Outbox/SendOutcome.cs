using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What came of one attempt to hand a message to the outside.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>The other side took it.</summary>
    public sealed record Taken : SendOutcome;

    /// <summary>Not now: a later attempt may pass.</summary>
    /// <param name="Why">What, where and how to mend; holds no secret.</param>
    /// <param name="After">The other side's own wish, if it told one.</param>
    public sealed record TryLater(string Why, Duration? After = null) : SendOutcome;

    /// <summary>Never: the same attempt would fail again.</summary>
    /// <param name="Why">What, where and how to mend; holds no secret.</param>
    public sealed record Refused(string Why) : SendOutcome;
}
