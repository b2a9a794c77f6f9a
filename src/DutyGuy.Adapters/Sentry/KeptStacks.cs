using System.Text.Json;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Sentry;

/// <summary>
/// What the grouping must know of a kept event beyond what is shown: `grouping` = {fingerprint, stacks}, a stack for each
/// exception, outermost first: {id, parent, handled, madeUp, frames}, and a frame [path, line, column, function, module, inApp, signs, shape].
/// </summary>
internal static class KeptStacks
{
    /// <summary>Its name in the JSON.</summary>
    public const string Field = "grouping";

    // Of all exceptions together: many wrap each other with the same stack.
    private const int MostFrames = 150;

    public static void Write(Utf8JsonWriter json, ErrorSighting e)
    {
        if (e.Chain.Count + e.FingerprintOverride.Count == 0)
            return;
        json.WriteStartObject(Field);
        if (e.FingerprintOverride.Count > 0)
        {
            json.WriteStartArray("fingerprint");
            foreach (var part in e.FingerprintOverride)
                json.WriteStringValue(part);
            json.WriteEndArray();
        }
        json.WriteStartArray("stacks");
        foreach (var (raised, most) in Shares(e.Chain).Reverse())
            Stack(json, raised, most);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The exceptions, outermost first, with their stacks.</summary>
    public static IEnumerable<RaisedException> Read(JsonElement root)
    {
        var stacks = root.Object(Field).List("stacks").ToList();
        return root.List("exceptions")
            .Select(
                (e, i) =>
                {
                    var stack = i < stacks.Count ? stacks[i] : default;
                    return new RaisedException(
                        e.Text("type"),
                        e.Text("value"),
                        [.. stack.List("frames").Select(ReadFrame)],
                        (int?)stack.Number("id"),
                        (int?)stack.Number("parent"),
                        stack.Truth("handled") == true,
                        stack.Truth("madeUp") == true
                    );
                }
            );
    }

    // The innermost say most.
    private static IEnumerable<(RaisedException Raised, int Most)> Shares(IReadOnlyList<RaisedException> chain)
    {
        var left = MostFrames;
        foreach (var raised in chain)
        {
            yield return (raised, left);
            left = Math.Max(0, left - raised.Frames.Count);
        }
    }

    private static void Stack(Utf8JsonWriter json, RaisedException raised, int most)
    {
        json.WriteStartObject();
        if (raised.Id is { } id)
            json.WriteNumber("id", id);
        if (raised.Parent is { } parent)
            json.WriteNumber("parent", parent);
        if (raised.WasHandled)
            json.WriteBoolean("handled", true);
        if (raised.IsMadeUp)
            json.WriteBoolean("madeUp", true);
        json.WriteStartArray("frames");
        foreach (var frame in raised.Frames.Take(most))
            Frame(json, frame);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Frame(Utf8JsonWriter json, Frame f)
    {
        json.WriteStartArray();
        json.WriteStringValue(f.Path);
        Number(json, f.Line);
        Number(json, f.Column);
        json.WriteStringValue(f.Function);
        json.WriteStringValue(f.Module);
        if (f.InApp is { } own)
            json.WriteBooleanValue(own);
        else
            json.WriteNullValue();
        json.WriteNumberValue((int)f.Signs);
        json.WriteStringValue(f.Shape);
        json.WriteEndArray();
    }

    private static Frame ReadFrame(JsonElement f) =>
        new(
            f[0].GetString(),
            NumberOf(f[1]),
            f[3].GetString(),
            f[5].ValueKind == JsonValueKind.Null ? null : f[5].GetBoolean(),
            f[4].GetString(),
            NumberOf(f[2]),
            (SourceSigns)f[6].GetInt32(),
            f[7].GetString()
        );

    private static void Number(Utf8JsonWriter json, int? number)
    {
        if (number is { } known)
            json.WriteNumberValue(known);
        else
            json.WriteNullValue();
    }

    private static int? NumberOf(JsonElement number) =>
        number.ValueKind == JsonValueKind.Null ? null : number.GetInt32();
}
