using System.Collections.Concurrent;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>
/// How late the minutes of a source usually come, as this server has seen it: figures that are late have not stopped. After
/// a start nothing is known, so that the first late minute cannot be told, and is never taken for a fall.
/// </summary>
static class SourceDelays
{
    const int Seen = 5;

    /// <summary>Older minutes are history that somebody fills in.</summary>
    static readonly Duration Longest = Duration.FromMinutes(15);
    static readonly Duration Minute = Duration.FromMinutes(1);
    static readonly ConcurrentDictionary<(string? Database, int Project, string Environment), Delays> All = new();

    /// <summary>Minutes came, the last of which begins then.</summary>
    public static void Told(string? database, int project, string environment, Instant last, Instant now) =>
        All.AddOrUpdate(
            (database, project, environment),
            _ => new Delays([], null).With(last + Minute, now),
            (_, known) => known.With(last + Minute, now)
        );

    /// <summary>Whole minutes.</summary>
    public static int Of(string? database, int project, string environment) =>
        All.TryGetValue((database, project, environment), out var known) ? known.Usual : 0;

    sealed record Delays(IReadOnlyList<Duration> Last, Instant? ToldUntil)
    {
        public int Usual =>
            Last.Count == 0 ? 0 : (int)Math.Ceiling(Last.Order().ElementAt(Last.Count / 2).TotalMinutes);

        /// <summary>As late as the minute itself, or as the one before became until now.</summary>
        public Delays With(Instant until, Instant now)
        {
            var late = Duration.Max(now - until, ToldUntil is { } before ? now - before - Minute : Duration.Zero);
            var known = late > Longest ? Last : [.. Last.TakeLast(Seen - 1), Duration.Max(late, Duration.Zero)];
            return new(known, ToldUntil is { } told ? Instant.Max(told, until) : until);
        }
    }
}
