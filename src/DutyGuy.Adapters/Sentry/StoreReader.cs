namespace DutyGuy.Adapters.Sentry;

/// <summary>The older route `POST /api/{project}/store/`: the body is one event.</summary>
public static class StoreReader
{
    /// <summary>The event as an envelope of one item, so that everything after it is the same.</summary>
    public static Envelope Read(ReadOnlyMemory<byte> body) =>
        body.TrimStart("\r\n "u8) is { IsEmpty: false } payload
            ? new Envelope(new EnvelopeHeader(), [new EnvelopeItem(1, "event", "application/json", payload)])
            : throw new BrokenEnvelopeException("the body is empty: it should be one event as JSON");
}
