using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Kinds of places the server can be connected to.</summary>
public enum ConnectionKind
{
    /// <summary>A mail server (SMTP) that takes our mails.</summary>
    Mail,

    /// <summary>An address that gets our effects by HTTP.</summary>
    Webhook,

    /// <summary>A Prometheus whose histograms hold the response times of a project.</summary>
    Prometheus,
}

/// <summary>A place outside that the server is connected to.</summary>
public sealed record Connection
{
    /// <summary>Number of the connection.</summary>
    public long Id { get; init; }

    /// <summary>What kind of place.</summary>
    public required ConnectionKind Kind { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What may be shown: host, port, url.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What is never shown again, each value encrypted.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>When it last worked.</summary>
    public Instant? LastSuccess { get; init; }

    /// <summary>Why it did not work the last time; null when it did.</summary>
    public string? LastFailure { get; init; }

    /// <summary>Of a source of response times: the minutes before are kept here; null when none is.</summary>
    public Instant? ReadUntil { get; init; }
}
