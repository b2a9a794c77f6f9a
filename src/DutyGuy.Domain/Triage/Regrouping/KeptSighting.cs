namespace DutyGuy.Domain;

/// <summary>A kept event with what it says is at fault.</summary>
public sealed record KeptSighting(ErrorEvent Event, ErrorSighting Seen)
{
    /// <summary>What is at fault, and by which keys it is found.</summary>
    public ErrorCause Cause => field ??= ErrorCause.Of(Seen);

    /// <summary>The keys by which it is found, in the order in which they count.</summary>
    public IEnumerable<string> Found => [.. Cause.Keys.Finer, Cause.Keys.Cause, .. Cause.Keys.Sought];

    /// <summary>Every key that it leaves.</summary>
    public IEnumerable<string> Leaves => [.. Cause.Keys.Finer, Cause.Keys.Cause, .. Cause.Keys.Left];

    /// <summary>Its message without what changes from time to time.</summary>
    public string Words =>
        MessageShape.Of(Cause.Raised is { } raised ? raised.Value ?? Seen.Message ?? "" : Seen.Message ?? Seen.Title);
}
