using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DutyGuy.Domain;
using NodaTime.Text;

namespace DutyGuy.Adapters.Sentry;

/// <summary>
/// The compact JSON kept of an event ("last events" of an error), a list of what is allowed: eventId, at, environment,
/// release, level, title, culprit, message, urlPath, method, transaction, user (hash), tags, exceptions outermost first
/// (type, value), frames of the one that speaks (path, line, column, function, inApp), breadcrumbs (the last 10: at, category,
/// level, message), runtime, os, sdk; and for the grouping alone the fingerprint and the stacks (see <see cref="KeptStacks"/>).
/// No headers, bodies, queries, variables, source text, extra or device.
/// </summary>
internal static class EventJson
{
    private const int MostBreadcrumbs = 10;
    private const int MostFrames = 20;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Compact(
        ErrorSighting e,
        IReadOnlyList<RaisedException> chain,
        JsonElement root,
        EventUser user
    )
    {
        using var bytes = new MemoryStream(2048);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            Put(json, "eventId", e.EventId);
            Put(json, "at", e.SentAt is { } at ? InstantPattern.ExtendedIso.Format(at) : null);
            Put(json, "environment", e.Environment);
            Put(json, "release", e.Release);
            Put(json, "level", e.Level);
            Put(json, "platform", e.Platform);
            Put(json, "title", e.Title);
            Put(json, "culprit", e.Culprit);
            Put(json, "message", e.Message);
            Put(json, "urlPath", e.UrlPath);
            Put(json, "method", root.Object("request").Text("method"), user);
            Put(json, "transaction", root.Text("transaction"), user);
            Put(json, "user", e.UserKey);
            List(json, "exceptions", chain.Reverse(), Exception);
            List(json, "frames", e.Frames.Take(MostFrames).Select(ErrorPlace.Shown), Frame);
            List(
                json,
                "breadcrumbs",
                root.List("breadcrumbs").TakeLast(MostBreadcrumbs),
                (j, b) => Breadcrumb(j, b, user)
            );
            Tags(json, e.Tags);
            KeptStacks.Write(json, e);
            Put(json, "runtime", NameAndVersion(root.Object("contexts").Object("runtime")), user);
            Put(json, "os", NameAndVersion(root.Object("contexts").Object("os")), user);
            Put(json, "sdk", NameAndVersion(root.Object("sdk")), user);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Exception(Utf8JsonWriter json, RaisedException e)
    {
        Put(json, "type", e.Type);
        Put(json, "value", e.Value);
    }

    private static void Frame(Utf8JsonWriter json, Frame frame)
    {
        Put(json, "path", frame.Path);
        if (frame.Line is { } line)
            json.WriteNumber("line", line);
        if (frame.Column is { } column)
            json.WriteNumber("column", column);
        Put(json, "function", frame.Function);
        if (frame.InApp is { } own)
            json.WriteBoolean("inApp", own);
    }

    private static void Breadcrumb(Utf8JsonWriter json, JsonElement crumb, EventUser user)
    {
        Put(json, "at", crumb.Text("timestamp"), user);
        Put(json, "category", crumb.Text("category"), user);
        Put(json, "level", crumb.Text("level"), user);
        Put(json, "message", crumb.Text("message"), user);
    }

    private static void Tags(Utf8JsonWriter json, IReadOnlyDictionary<string, string> tags)
    {
        json.WriteStartObject("tags");
        foreach (var (name, value) in tags)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Put(Utf8JsonWriter json, string name, string? text, EventUser user) =>
        Put(json, name, text is null ? null : user.Clean(text));

    private static void Put(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(name, text);
    }

    private static string NameAndVersion(JsonElement from) => $"{from.Text("name")} {from.Text("version")}".Trim();
}
