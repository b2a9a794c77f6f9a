using NodaTime;

namespace DutyGuy.Adapters.Sentry;

/// <summary>The older route `POST /api/{project}/store/`: the body is one event.</summary>
public static class StoreReader
{
    /// <summary>The event as an envelope of one item, so that everything after it is the same.</summary>
    /// <param name="body">The plain body.</param>
    /// <param name="sentAt">When it was sent, by the sender's clock: here the key says so, if anything does.</param>
    public static Envelope Read(ReadOnlyMemory<byte> body, Instant? sentAt = null)
    {
        if (body.Span.StartsWith("\ufeff"u8))
            body = body["\ufeff"u8.Length..];
        return body.TrimStart("\r\n\t "u8) is { IsEmpty: false } payload
            ? new Envelope(
                new EnvelopeHeader(SentAt: sentAt),
                [new EnvelopeItem(1, "event", "application/json", payload)]
            )
            : throw new BrokenEnvelopeException("the body is empty: it should be one event as JSON");
    }
}
