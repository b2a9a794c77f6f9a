using System.Text.Json;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Adapters.Sentry;

/// <summary>An `event` item as a sighting that may be kept. What is not named here is dropped.</summary>
internal static class EventReader
{
    private const int MostTags = 10;

    // More than any SDK sends; the last are the outermost, of which one speaks.
    private const int MostExceptions = 50;

    public static SentryError Read(
        JsonElement root,
        EnvelopeHeader header,
        ReadOnlySpan<byte> hashKey,
        Instant receivedAt,
        Originals original
    )
    {
        var user = new EventUser(root.Object("user"));
        var release = (root.Text("release") ?? header.Release) is { } told ? Short(told) : null;
        // Before anything is made of the frames: which of them are our own code shows in the sources.
        var (chain, message) = (Chain(root, user, minified => original(release, minified)), Message(root));
        var template = message.Template is { } t ? user.Clean(t) : null;
        var text = message.Text is { } formatted ? user.Clean(formatted) : null;
        var sighting = new ErrorSighting
        {
            EventId = Id(root.Text("event_id") ?? header.EventId ?? ""),
            Environment = Short(root.Text("environment") ?? header.Environment ?? "production"),
            Release = release,
            Level = Short(user.Clean(ErrorLevel.Of(root.Text("level")))),
            Platform = root.Text("platform") is { } platform ? Short(platform) : null,
            Chain = chain,
            Message = template,
            Title = ErrorTitle.Of(null, null, text),
            FingerprintOverride = root.List("fingerprint").Select(p => user.Clean(p.Text() ?? "")).ToList(),
            SentAt = root.Time("timestamp") ?? header.SentAt,
            HappenedAt = SenderTime.ByOurClock(root.Time("timestamp"), header.SentAt, receivedAt),
            UserKey = user.Key(hashKey),
            UrlPath = root.Object("request").Text("url") is { } url ? user.Clean(Redaction.PathOf(url)) : null,
            Tags = Tags(root.Object("tags"), user),
        };
        var cause = ErrorCause.Of(sighting);
        // A chain without any stack: the thread that reported it says where.
        var frames = cause.Raised is { Frames.Count: > 0 }
            ? cause.Raised.Frames
            : original(release, FrameReader.OfThread(root));
        sighting = sighting with
        {
            Type = cause.Raised?.Type,
            Value = cause.Raised?.Value,
            Title = ErrorTitle.Of(cause.Raised?.Type, cause.Raised?.Value, text),
            Fault = cause.Fault,
            Frames = frames,
        };
        var transaction = root.Text("transaction") is { } route ? user.Clean(route) : null;
        sighting = sighting with { Culprit = Culprit(sighting, transaction) };
        return new SentryError(sighting, cause, EventJson.Compact(sighting, chain, root, user));
    }

    /// <summary>An id is the same however a UUID is written.</summary>
    private static string Id(string told) => told.Replace("-", "", StringComparison.Ordinal).Trim().ToLowerInvariant();

    private static List<RaisedException> Chain(
        JsonElement root,
        EventUser user,
        Func<IReadOnlyList<Frame>, IReadOnlyList<Frame>> original
    ) =>
        root.List("exception")
            .TakeLast(MostExceptions)
            .Select(e => new RaisedException(
                e.Text("type") is { } type ? Short(type) : null,
                e.Text("value") is { } value ? user.Clean(value) : null,
                original(FrameReader.Of(e)),
                (int?)e.Object("mechanism").Number("exception_id"),
                (int?)e.Object("mechanism").Number("parent_id"),
                e.Object("mechanism").Text("source") is "__context__",
                e.Object("mechanism").Truth("synthetic") == true
            ))
            .ToList();

    private static (string? Template, string? Text) Message(JsonElement root)
    {
        var entry = root.Object("logentry");
        var message = root.Object("message");
        entry = message.ValueKind == JsonValueKind.Object ? message : entry;
        var template = entry.Text("message") ?? message.Text();
        return (template ?? entry.Text("formatted"), entry.Text("formatted") ?? template);
    }

    private static string Culprit(ErrorSighting seen, string? transaction) =>
        ErrorPlace.FrameOf(seen) is { } frame && ErrorPlace.Of(frame) is { Length: > 0 } place
            ? place
            : Short(transaction ?? "");

    private static Dictionary<string, string> Tags(JsonElement tags, EventUser user)
    {
        var pairs =
            tags.ValueKind == JsonValueKind.Object
                ? tags.EnumerateObject().Select(t => (Name: t.DecodedName(), Value: t.Value.Text()))
            : tags.ValueKind == JsonValueKind.Array ? tags.EnumerateArray().Select(Pair)
            : [];
        return pairs
            .Where(t => t.Value is not null && t.Name.Length <= 50 && !EventUser.IsPersonal(t.Name))
            .DistinctBy(t => t.Name, StringComparer.Ordinal)
            .Take(MostTags)
            .ToDictionary(t => user.Clean(t.Name), t => Short(user.Clean(t.Value!)), StringComparer.Ordinal);
    }

    private static (string Name, string? Value) Pair(JsonElement tag) =>
        tag.ValueKind != JsonValueKind.Array ? (tag.Text("key") ?? "", tag.Text("value"))
        : tag.GetArrayLength() == 2 ? (tag[0].Text() ?? "", tag[1].Text())
        : ("", null);

    private static string Short(string text) => text.Cut(200);
}
