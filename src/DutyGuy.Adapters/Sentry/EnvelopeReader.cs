using System.Text.Json;

namespace DutyGuy.Adapters.Sentry;

/// <summary>Splits the body of `POST /api/{project}/envelope/` (decompressed) into its items.</summary>
public static class EnvelopeReader
{
    private const int MostItems = 1000;

    /// <summary>Reads header and items; unknown types are items like others. Throws <see cref="BrokenEnvelopeException"/>.</summary>
    public static Envelope Read(ReadOnlyMemory<byte> body)
    {
        var header = Header(TakeLine(ref body));
        var items = new List<EnvelopeItem>();
        while (!SkipBlank(ref body).IsEmpty)
        {
            if (items.Count == MostItems)
                throw new BrokenEnvelopeException($"more than {MostItems} items in one envelope");
            items.Add(Item(items.Count + 1, ref body));
        }
        return new Envelope(header, items);
    }

    private static EnvelopeHeader Header(ReadOnlyMemory<byte> line)
    {
        using var json = Json(line, "the envelope's header");
        var root = json.RootElement;
        var trace = root.Object("trace");
        return new EnvelopeHeader(
            root.Text("event_id"),
            root.Text("dsn"),
            root.Time("sent_at"),
            trace.Text("environment"),
            trace.Text("release"),
            trace.Rate("sample_rate")
        );
    }

    private static EnvelopeItem Item(int number, ref ReadOnlyMemory<byte> body)
    {
        using var json = Json(TakeLine(ref body), $"the header of item {number}");
        var type = json.RootElement.Text("type");
        if (string.IsNullOrEmpty(type))
            throw new BrokenEnvelopeException($"the header of item {number} has no type");
        var contentType = json.RootElement.Text("content_type");
        var payload = json.RootElement.Number("length") is { } length
            ? TakeBytes(length, $"item {number} ({type})", ref body)
            : TakeLine(ref body);
        return new EnvelopeItem(number, type, contentType, payload);
    }

    private static ReadOnlyMemory<byte> TakeBytes(double length, string name, ref ReadOnlyMemory<byte> body)
    {
        if (length < 0 || length > body.Length)
            throw new BrokenEnvelopeException(
                $"{name} says {length} bytes, {body.Length} are left: the body was cut off"
            );
        var payload = body[..(int)length];
        body = body[(int)length..];
        if (body.Length > 0 && body.Span[0] is not ((byte)'\n' or (byte)'\r'))
            throw new BrokenEnvelopeException($"{name} is longer than the {length} bytes that its header says");
        return payload;
    }

    private static ReadOnlyMemory<byte> TakeLine(ref ReadOnlyMemory<byte> body)
    {
        var end = body.Span.IndexOf((byte)'\n');
        var line = end < 0 ? body : body[..end];
        body = end < 0 ? default : body[(end + 1)..];
        return line;
    }

    private static ReadOnlyMemory<byte> SkipBlank(ref ReadOnlyMemory<byte> body) => body = body.TrimStart("\r\n "u8);

    private static JsonDocument Json(ReadOnlyMemory<byte> line, string name)
    {
        try
        {
            var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return json;
            json.Dispose();
            throw new BrokenEnvelopeException($"{name} is not a JSON object");
        }
        catch (JsonException e)
        {
            throw new BrokenEnvelopeException($"{name} is not JSON: {e.Message}", e);
        }
    }
}
