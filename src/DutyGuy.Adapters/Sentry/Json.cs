using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Adapters.Sentry;

/// <summary>Reads a field that may be missing or of another kind: SDKs differ, and a wrong field must not lose an event.</summary>
internal static class Json
{
    public static JsonElement Object(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && Find(from, name, out var value) ? value : default;

    private static bool Find(JsonElement from, string name, out JsonElement value)
    {
        try
        {
            return from.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException e)
        {
            throw new BrokenEnvelopeException("the name of a field is no Unicode", e);
        }
    }

    public static string DecodedName(this JsonProperty field)
    {
        try
        {
            return field.Name.WithoutNul();
        }
        catch (InvalidOperationException e)
        {
            throw new BrokenEnvelopeException("the name of a field is no Unicode", e);
        }
    }

    /// <summary>Text, also of a number or a truth value; null otherwise.</summary>
    public static string? Text(this JsonElement from, string name) => from.Object(name).Text();

    public static string? Text(this JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Decoded(value),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };

    private static string Decoded(JsonElement value)
    {
        try
        {
            return value.GetString()!.WithoutNul();
        }
        catch (InvalidOperationException)
        {
            // JavaScript cuts texts in the middle of an emoji, others send Latin-1: what is no Unicode stays as it is, or "?".
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)).Trim('"');
        }
    }

    /// <summary>No database takes it, and no event may be lost for it.</summary>
    private static string WithoutNul(this string text) => text.Replace("\0", "", StringComparison.Ordinal);

    /// <summary>The beginning of a text, without half an emoji at the cut: no database takes that.</summary>
    public static string Cut(this string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];

    public static double? Number(this JsonElement from, string name) =>
        from.Text(name) is { } text
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    public static double? Rate(this JsonElement from, string name) =>
        from.Number(name) is > 1e-9 and <= 1 and var rate ? rate : null;

    public static bool? Truth(this JsonElement from, string name) =>
        from.Object(name).ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    /// <summary>A list, or the `values` of an object, or nothing.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement from, string name)
    {
        var value = from.Object(name);
        if (value.ValueKind == JsonValueKind.Object)
            value = value.Object("values");
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
    }

    /// <summary>Unix seconds (or milliseconds), or a date and time as they are usually written, with or without zone.</summary>
    public static Instant? Time(this JsonElement from, string name) => Moment(from.Text(name));

    /// <summary>The same of a text.</summary>
    public static Instant? Moment(string? text)
    {
        if (text is null)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number switch
            {
                > 0 and < 1e11 => Instant.FromUnixTimeTicks((long)(number * NodaConstants.TicksPerSecond)),
                >= 1e11 and < 1e14 => Instant.FromUnixTimeTicks((long)(number * NodaConstants.TicksPerMillisecond)),
                _ => null,
            };
        var good = OffsetDateTimePattern.ExtendedIso.Parse(text);
        if (good.Success)
            return good.Value.ToInstant();
        var local = LocalDateTimePattern.ExtendedIso.Parse(text);
        return local.Success ? local.Value.InUtc().ToInstant() : Loose(text);
    }

    /// <summary>"2017-03-01 12:34:56", "Wed, 01 Mar 2017 12:34:56 GMT": with a date, or it is none.</summary>
    private static Instant? Loose(string text) =>
        DateTime.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault,
            out var time
        )
        && time.Year >= 1970
            ? Instant.FromDateTimeUtc(time)
            : null;
}
