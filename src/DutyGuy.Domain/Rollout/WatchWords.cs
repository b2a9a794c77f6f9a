using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What the watch says, in sentences.</summary>
static class WatchWords
{
    public static string Of(WatchCall call) =>
        (call.Metric == "requests" ? $"{call.Endpoint} {call.Why}" : $"{call.Endpoint}: {call.Why}")
        + (call.Better ? "; measured better again" : "");

    /// <summary>Nothing is worse, as far as it is seen.</summary>
    public static string Flat(TrafficSeen traffic, ErrorsSeen errors, Instant now, DateTimeZone zone) =>
        (traffic.Watched, errors.Now == Tri.Yes) switch
        {
            (true, true) => "Errors and response times stay flat.",
            (true, false) => $"Response times stay flat; {Unseen(errors, now, zone)}.",
            (false, true) => "Errors stay flat; response times are not watched.",
            _ => Nothing(errors, now, zone),
        };

    /// <summary>It cannot be told whether anything is worse.</summary>
    public static string CannotTell(TrafficSeen traffic, ErrorsSeen errors, Instant now, DateTimeZone zone) =>
        traffic is { Watched: true, Why: { } why } ? why + Half(errors) : Nothing(errors, now, zone);

    static string Half(ErrorsSeen errors) => errors.Now == Tri.Yes ? " Errors stay flat, which is half of it." : "";

    static string Nothing(ErrorsSeen errors, Instant now, DateTimeZone zone) =>
        errors.Watched
            ? $"{Sentence(Unseen(errors, now, zone))}; response times are not watched."
            : "Nothing is connected that could tell: neither errors nor response times come from production.";

    static string Unseen(ErrorsSeen errors, Instant now, DateTimeZone zone) =>
        errors switch
        {
            { Watched: false } => "errors are not watched, none ever came",
            { LastError: { } last } =>
                $"errors are not seen, none has come since {Moments.Of(last, now, zone)} and nothing else from {errors.Silent?.Name}",
            _ => "errors are not seen",
        };

    static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
