using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace DutyGuy.Adapters.Sentry;

/// <summary>
/// An event of an old client in the form of today: `sentry.interfaces.Exception`, an exception that is no list, `culprit`,
/// `checksum`. An event without a name gets one of what else it says, so that not all of them are one error.
/// </summary>
internal static class EventForm
{
    private const string OldName = "sentry.interfaces.";

    /// <summary>The same event when it has that form already, as those of today's SDKs.</summary>
    public static JsonElement Renewed(JsonElement root)
    {
        var hasOldNames = JsonMarshal.GetRawUtf8Value(root).IndexOf("entry.interfaces."u8) >= 0;
        if (!hasOldNames && IsOfToday(root))
            return root;
        var fields = Fields(root);
        var changed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Exceptions(fields.GetValueOrDefault("exception")) is { } exceptions)
            changed["exception"] = exceptions;
        if (!fields.ContainsKey("transaction") && fields.GetValueOrDefault("culprit").Text() is { } culprit)
            changed["transaction"] = Quoted(culprit);
        if (!fields.ContainsKey("fingerprint") && fields.GetValueOrDefault("checksum").Text() is { Length: > 0 } sum)
            changed["fingerprint"] = $"[{Quoted(sum)}]";
        if (LogEntry(fields) is { } entry)
            changed["logentry"] = entry;
        var renewed = Written(fields, changed);
        if (EventName.IsMissing(renewed) && EventName.Of(renewed) is { } name)
        {
            changed["message"] = Quoted(name);
            renewed = Written(fields, changed);
        }
        return renewed;
    }

    private static bool IsOfToday(JsonElement root) =>
        !EventName.IsMissing(root)
        && Exceptions(root.Object("exception")) is null
        && root.Object("logentry").ValueKind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object
        && root.Object("culprit").ValueKind == JsonValueKind.Undefined
        && root.Object("checksum").ValueKind == JsonValueKind.Undefined;

    /// <summary>By the names of today, of which the sender may use some beside the old ones.</summary>
    private static Dictionary<string, JsonElement> Fields(JsonElement root)
    {
        var (fields, old) = (new Dictionary<string, JsonElement>(StringComparer.Ordinal), new List<JsonProperty>());
        foreach (var field in root.EnumerateObject())
            if (field.DecodedName() is var name && name.StartsWith(OldName, StringComparison.OrdinalIgnoreCase))
                old.Add(field);
            else if (field.Value.ValueKind != JsonValueKind.Null)
                fields[name] = field.Value;
        foreach (var field in old)
            fields.TryAdd(Today(field.DecodedName()), field.Value);
        return fields;
    }

    /// <summary>`sentry.interfaces.Http`, later `sentry.interfaces.http.Http`: its last word.</summary>
    private static string Today(string name) =>
        name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant() switch
        {
            "message" => "logentry",
            "http" => "request",
            var word => word,
        };

    /// <summary>As a list; null when it is one.</summary>
    private static string? Exceptions(JsonElement told)
    {
        var values = told.Object("values");
        return told.ValueKind switch
        {
            JsonValueKind.String => $"[{{\"value\":{Raw(told)}}}]",
            JsonValueKind.Object when values.ValueKind == JsonValueKind.Object => $"[{Raw(values)}]",
            JsonValueKind.Object when values.ValueKind != JsonValueKind.Array && IsException(told) => $"[{Raw(told)}]",
            _ => null,
        };
    }

    /// <summary>The template, and beside it the message that was made of it.</summary>
    private static string? LogEntry(Dictionary<string, JsonElement> fields)
    {
        var (entry, message) = (fields.GetValueOrDefault("logentry"), fields.GetValueOrDefault("message").Text());
        if (entry.Text() is { } alone)
            return $"{{\"message\":{Quoted(alone)}}}";
        return message is not null && entry.Text("message") is { } template && entry.Text("formatted") is null
            ? $"{{\"message\":{Quoted(template)},\"formatted\":{Quoted(message)}}}"
            : null;
    }

    private static JsonElement Written(Dictionary<string, JsonElement> fields, Dictionary<string, string> changed)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            // As it came: what is no Unicode goes through untouched.
            foreach (var (name, value) in fields.Where(f => !changed.ContainsKey(f.Key)))
            {
                json.WritePropertyName(name);
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
            }
            foreach (var (name, value) in changed)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value);
            }
            json.WriteEndObject();
        }
        return JsonElement.Parse(bytes.WrittenSpan);
    }

    private static bool IsException(JsonElement told) =>
        told.EnumerateObject().Any(f => f.Name is "type" or "value" or "module" or "stacktrace");

    private static string Raw(JsonElement value) => value.GetRawText();

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
