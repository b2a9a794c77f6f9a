using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Something that was learnt or done: appended, never changed.</summary>
public sealed record Fact
{
    /// <summary>Order of arrival.</summary>
    public long Id { get; init; }

    /// <summary>The server's clock at receipt.</summary>
    public required Instant At { get; init; }

    /// <summary>The sender's own time, where it told one.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>What kind of fact (see <see cref="FactKind"/>).</summary>
    public required FactKind Kind { get; init; }

    /// <summary>Who or what told it: a handle, "ci", "sentry", "by itself".</summary>
    public required string Source { get; init; }

    /// <summary>The duty it belongs to; null when it concerns all.</summary>
    public string? Duty { get; init; }

    /// <summary>What it is about: "error:12", "rollout:3", "shop" ...</summary>
    public string? Subject { get; init; }

    /// <summary>The fact as a sentence for the record and the log entry.</summary>
    public required string Text { get; init; }

    /// <summary>The fact's values.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();
}
