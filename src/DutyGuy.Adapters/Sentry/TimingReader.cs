using System.Text.Json;
using System.Text.RegularExpressions;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Adapters.Sentry;

/// <summary>Timings of requests that a server answered, from `transaction` items and streamed `span` items.</summary>
internal static partial class TimingReader
{
    private const int Longest = 200;
    private static readonly HashSet<string> FailedStatus =
    [
        "internal_error",
        "unknown_error",
        "unimplemented",
        "unavailable",
        "deadline_exceeded",
        "data_loss",
        "error",
    ];

    /// <summary>A timing, or null with the kind to count: `task` (no request), `child` (part of one), `broken`.</summary>
    public static IEnumerable<(Timing? Timing, string Kind)> Read(
        string type,
        JsonElement root,
        EnvelopeHeader header,
        Instant receivedAt
    ) =>
        type is "transaction" ? [Transaction(root, header, receivedAt)]
        : root.Object("items").ValueKind == JsonValueKind.Array
            ? root.List("items").Select(span => Segment(span, header, receivedAt))
        : [(null, "child")];

    private static (Timing?, string) Transaction(JsonElement root, EnvelopeHeader header, Instant receivedAt)
    {
        var trace = root.Object("contexts").Object("trace");
        var data = trace.Object("data");
        var asked = new Asked(
            root.Text("transaction"),
            trace.Text("op") ?? data.Text("sentry.op"),
            root.Object("transaction_info").Text("source") ?? data.Text("sentry.source"),
            root.Text("environment"),
            root.Text("release"),
            root.Time("start_timestamp"),
            root.Time("timestamp"),
            data.Number("http.response.status_code")
                ?? root.Object("contexts").Object("response").Number("status_code")
                ?? root.Object("tags").Number("http.status_code"),
            trace.Text("status"),
            data.Rate("sentry.sample_rate")
        );
        return asked.ToTiming(header, receivedAt);
    }

    private static (Timing?, string) Segment(JsonElement span, EnvelopeHeader header, Instant receivedAt)
    {
        if (span.Truth("is_segment") != true)
            return (null, "child");
        var attributes = span.Object("attributes");
        JsonElement Of(string name) => attributes.Object(name);
        var asked = new Asked(
            span.Text("name"),
            Of("sentry.op").Text("value"),
            (Of("sentry.segment.name.source").Text("value")) ?? Of("sentry.source").Text("value"),
            Of("sentry.environment").Text("value"),
            Of("sentry.release").Text("value"),
            span.Time("start_timestamp"),
            span.Time("end_timestamp"),
            Of("http.response.status_code").Number("value"),
            span.Text("status"),
            Of("sentry.sample_rate").Rate("value")
        );
        return asked.ToTiming(header, receivedAt);
    }

    private sealed record Asked(
        string? Name,
        string? Op,
        string? Source,
        string? Environment,
        string? Release,
        Instant? Start,
        Instant? End,
        double? StatusCode,
        string? Status,
        double? SampleRate
    )
    {
        public (Timing?, string) ToTiming(EnvelopeHeader header, Instant receivedAt)
        {
            // Browser page loads, jobs and consoles are no requests that a server answered.
            if (Op is { } op && op is not "default" && !op.StartsWith("http.server", StringComparison.Ordinal))
                return (null, op);
            if (Name is null || Start is not { } start || End is not { } end || end < start)
                return (null, "broken");
            var rate = SampleRate ?? header.SampleRate;
            var timing = new Timing(
                Endpoint(Name, Source),
                (Environment ?? header.Environment ?? "production").Cut(Longest),
                (Release ?? header.Release)?.Cut(Longest),
                ByOurClock(end, header.SentAt, receivedAt),
                (end - start).TotalMilliseconds,
                StatusCode is { } code ? code >= 500 : Status is { } status && FailedStatus.Contains(status),
                rate is null ? null : 1 / rate
            );
            return (timing, "");
        }
    }

    /// <summary>The sender's clock may be wrong; how long it kept the item before sending is right all the same.</summary>
    private static Instant ByOurClock(Instant end, Instant? sentAt, Instant receivedAt) =>
        sentAt is { } sent && sent >= end ? receivedAt - (sent - end) : receivedAt;

    private static string Endpoint(string name, string? source)
    {
        var text = Redaction.Clean(name.Cut(300));
        var space = text.IndexOf(' ');
        var method = space is > 0 and < 9 ? text[..(space + 1)] : "";
        var path = text[method.Length..];
        if (path.Contains('/'))
            path = Redaction.PathOf(path);
        text = method + (source is "route" ? path : IdSegment().Replace(path, "/{id}"));
        return text.Cut(Longest);
    }

    // A part of a path that is a number, a UUID or a long token with digits in it.
    [GeneratedRegex(
        @"/(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|(?=[\w-]*\d)[\w-]{16,})(?=/|$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex IdSegment();
}
