using DutyGuy.Domain;

namespace DutyGuy.Features.Intake;

/// <summary>What sightings make of an error; pure.</summary>
static class Sightings
{
    /// <summary>A new error; its events are counted afterwards, as those of any other.</summary>
    public static TrackedError Begin(Sighting first) =>
        new()
        {
            Project = first.Project,
            Environment = first.Seen.Environment,
            Title = first.Seen.Title,
            Culprit = first.Seen.Culprit,
            CreatedAt = first.At,
            FirstSeen = first.At,
            LastSeen = first.At,
            FirstRelease = first.Seen.Release,
        };

    /// <summary>The same error with what these events add.</summary>
    /// <param name="fileOf">Finds a frame's file in the repository; null while its files are not known.</param>
    public static TrackedError Count(
        TrackedError error,
        IReadOnlyList<Sighting> fresh,
        int users,
        Func<Frame, string?>? fileOf
    )
    {
        var last = fresh[^1];
        IReadOnlyList<Frame> frames = [.. last.Seen.Frames.Select(f => f.Plain)];
        return error with
        {
            Events = error.Events + fresh.Count,
            Users = error.Users + users,
            LastSeen = last.At > error.LastSeen ? last.At : error.LastSeen,
            Culprit = PlaceOf(last.Seen, fileOf),
            Frames = error.Frames.SequenceEqual(frames) ? error.Frames : frames,
            Endpoint = last.Seen.UrlPath ?? error.Endpoint,
        };
    }

    static string PlaceOf(ErrorSighting seen, Func<Frame, string?>? fileOf) =>
        fileOf is not null && ErrorPlace.FrameOf(seen) is { } frame && fileOf(frame) is not null
            ? ErrorPlace.Of(frame, fileOf)
            : seen.Culprit;
}
