using NodaTime;

namespace DutyGuy.Adapters.Sentry;

/// <summary>What an SDK sent in one request: what it says of all items, and the items.</summary>
public sealed record Envelope(EnvelopeHeader Header, IReadOnlyList<EnvelopeItem> Items);

/// <summary>The first line of an envelope; everything may be missing.</summary>
/// <param name="SampleRate">Share of traces that are sent (0 to 1], if told.</param>
public sealed record EnvelopeHeader(
    string? EventId = null,
    string? Dsn = null,
    Instant? SentAt = null,
    string? Environment = null,
    string? Release = null,
    double? SampleRate = null
);

/// <summary>One item, its payload not read yet. `Number` counts from 1.</summary>
public sealed record EnvelopeItem(int Number, string Type, string? ContentType, ReadOnlyMemory<byte> Payload)
{
    /// <summary>How an error message calls it.</summary>
    public override string ToString() => $"item {Number} ({Type})";
}

/// <summary>The request is not what an SDK sends; the message says which part and why. Answer 400.</summary>
public sealed class BrokenEnvelopeException : Exception
{
    /// <summary>With a message for the sender.</summary>
    public BrokenEnvelopeException(string message, Exception? inner = null)
        : base(message, inner) { }
}
