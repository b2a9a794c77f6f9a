namespace DutyGuy.Domain;

/// <summary>Why something was not done: what is wrong, and how to mend it, in a sentence.</summary>
public sealed record Refusal(RefusalKind Kind, string Detail, string? Field = null)
{
    /// <summary>There is no such thing.</summary>
    public static Refusal NotFound(string what) => new(RefusalKind.NotFound, what);

    /// <summary>Somebody else may do it; the sentence says who.</summary>
    public static Refusal NotAllowed(string why) => new(RefusalKind.NotAllowed, why);

    /// <summary>The state of things forbids it now.</summary>
    public static Refusal Conflict(string why) => new(RefusalKind.Conflict, why);

    /// <summary>What was sent is wrong.</summary>
    public static Refusal Invalid(string why, string? field = null) => new(RefusalKind.Invalid, why, field);
}

/// <summary>Families of refusals, one HTTP status each.</summary>
public enum RefusalKind
{
    /// <summary>What was sent is wrong (400).</summary>
    Invalid,

    /// <summary>Not for this caller (403).</summary>
    NotAllowed,

    /// <summary>There is no such thing (404).</summary>
    NotFound,

    /// <summary>Not in this state (409).</summary>
    Conflict,
}

/// <summary>Either a value or a refusal.</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
{
    /// <summary>Something was done.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Nothing was done.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
