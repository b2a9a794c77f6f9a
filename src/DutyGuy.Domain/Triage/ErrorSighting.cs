using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One error event as it may be kept: no mail, address, cookie, body, query or variable is in it.</summary>
public sealed record ErrorSighting
{
    /// <summary>32 hex digits, made by the sender.</summary>
    public required string EventId { get; init; }

    /// <summary>`production` when the sender does not say.</summary>
    public required string Environment { get; init; }

    /// <summary>Release that raised it, if told.</summary>
    public string? Release { get; init; }

    /// <summary>In small letters; which levels make an error says <see cref="ErrorLevel"/>.</summary>
    public string Level { get; init; } = "error";

    /// <summary>What a person reads first: see <see cref="ErrorTitle"/>.</summary>
    public required string Title { get; init; }

    /// <summary>Where: the line at fault (see <see cref="ErrorPlace"/>), else the transaction.</summary>
    public string Culprit { get; init; } = "";

    /// <summary>The language, as SDKs call it: `csharp`, `node`, `javascript`, `python`, `ruby`, `go`.</summary>
    public string? Platform { get; init; }

    /// <summary>The exceptions, the innermost first; none for a plain message.</summary>
    public IReadOnlyList<RaisedException> Chain { get; init; } = [];

    /// <summary>Exception type; null for a plain message.</summary>
    public string? Type { get; init; }

    /// <summary>Exception value; null for a plain message.</summary>
    public string? Value { get; init; }

    /// <summary>Message template when the sender has one, else the message.</summary>
    public string? Message { get; init; }

    /// <summary>The frame at fault; null when none of our own code is.</summary>
    public Frame? Fault { get; init; }

    /// <summary>Frames of the chosen exception, top (raising) frame first.</summary>
    public IReadOnlyList<Frame> Frames { get; init; } = [];

    /// <summary>Fingerprint set by the application; empty = ours.</summary>
    public IReadOnlyList<string> FingerprintOverride { get; init; } = [];

    /// <summary>The sender's own time; the server's time of receipt is the one that counts.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>The sender's own time by our clock, see <see cref="SenderTime"/>; null where nobody asked for it.</summary>
    public Instant? HappenedAt { get; init; }

    /// <summary>Keyed hash of the user, for counting only.</summary>
    public string? UserKey { get; init; }

    /// <summary>Path of the request, without host and query.</summary>
    public string? UrlPath { get; init; }

    /// <summary>A few short tags, people's data removed.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
