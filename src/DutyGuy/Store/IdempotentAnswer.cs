using NodaTime;

namespace DutyGuy.Store;

/// <summary>The answer that was given to a write with an Idempotency-Key; kept for a day.</summary>
public sealed record IdempotentAnswer
{
    /// <summary>Who sent it: keys of different callers never meet.</summary>
    public required string By { get; init; }

    /// <summary>The key as sent.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, address and body.</summary>
    public required string Request { get; init; }

    /// <summary>When the first one came.</summary>
    public required Instant At { get; init; }

    /// <summary>Status of the answer; null while the first one runs.</summary>
    public int? Status { get; init; }

    /// <summary>Content type of the answer.</summary>
    public string? ContentType { get; init; }

    /// <summary>Location of the answer.</summary>
    public string? Location { get; init; }

    /// <summary>The answer, encrypted: it can hold a secret that is shown once.</summary>
    public string? Body { get; init; }
}
