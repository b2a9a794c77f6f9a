using System.Security.Cryptography;
using System.Text;
using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Features.Intake;

/// <summary>What one request brought, and the promise to keep it.</summary>
sealed class ReceivedEvents(Project project, IReadOnlyList<Sighting> sightings, IReadOnlyList<Timing> timings)
{
    readonly TaskCompletionSource<bool> stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Project Project => project;
    public IReadOnlyList<Sighting> Sightings => sightings;
    public IReadOnlyList<Timing> Timings => timings;
    public bool IsEmpty => sightings.Count + timings.Count == 0;

    /// <summary>Ends when it is durable (yes), or could not be kept (no).</summary>
    public Task<bool> Stored => stored.Task;

    public void IsStored(bool good) => stored.TrySetResult(good);

    /// <summary>Grouping is worked out here, beside the one writer and not in its place.</summary>
    public static ReceivedEvents Of(Project project, Reading reading, Instant at) =>
        new(
            project,
            [.. reading.Errors.Select(e => Sighting.Of(project, e, at))],
            [.. reading.Timings.Select(t => Minutes.Of(t, at))]
        );
}

/// <summary>One event with the keys by which its error is found.</summary>
sealed record Sighting(int Project, string EventId, Instant At, ErrorSighting Seen, ErrorKeys Keys, string Json)
{
    const int LongestId = 64;

    public static Sighting Of(Project project, SentryError error, Instant at)
    {
        var seen = error.Sighting;
        return new Sighting(project.Id, IdOf(seen.EventId), at, seen, error.Cause.Keys, error.Json);
    }

    static string IdOf(string told) =>
        told.Length switch
        {
            0 => Guid.NewGuid().ToString("N"),
            <= LongestId => told,
            _ => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told))),
        };
}
