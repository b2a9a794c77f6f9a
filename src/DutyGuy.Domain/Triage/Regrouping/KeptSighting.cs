namespace DutyGuy.Domain;

/// <summary>A kept event with what it says is at fault.</summary>
public sealed record KeptSighting(ErrorEvent Event, ErrorSighting Seen)
{
    /// <summary>What is at fault, and by which keys it is found.</summary>
    public ErrorCause Cause => field ??= ErrorCause.Of(Seen);

    /// <summary>What an error itself remembers of its newest event, when none is kept any more.</summary>
    public static KeptSighting Remembered(TrackedError error, string? platform)
    {
        var (type, value) = error.Title.Split(": ", 2) is [var before, var after]
            ? (before, after)
            : (error.Title, null);
        var seen = new ErrorSighting
        {
            EventId = "",
            Environment = error.Environment,
            Platform = platform,
            Title = error.Title,
            Chain = error.Frames.Count == 0 ? [] : [new RaisedException(type, value, error.Frames)],
        };
        var kept = new ErrorEvent
        {
            ErrorId = error.Id,
            EventId = "",
            At = error.LastSeen,
            Json = "",
        };
        return new(kept, seen);
    }

    /// <summary>The keys by which it is found, in the order in which they count.</summary>
    public IEnumerable<string> Found => [.. Cause.Keys.Finer, Cause.Keys.Cause, .. Cause.Keys.Sought];

    /// <summary>Every key that it leaves.</summary>
    public IEnumerable<string> Leaves => [.. Cause.Keys.Finer, Cause.Keys.Cause, .. Cause.Keys.Left];

    /// <summary>Its message without what changes from time to time.</summary>
    public string Words => ErrorKeys.WordsOf(Seen, Cause.Raised);
}
