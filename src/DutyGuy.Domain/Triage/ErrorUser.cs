namespace DutyGuy.Domain;

/// <summary>A person hit by an error, by keyed hash, for counting only.</summary>
public sealed record ErrorUser(long ErrorId, string UserKey)
{
    /// <summary>The error that brought them when it went into this one.</summary>
    public long? CameFrom { get; init; }
}
