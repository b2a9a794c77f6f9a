namespace DutyGuy.Domain;

/// <summary>Whether as many requests come as before the rollout.</summary>
/// <param name="Now">Yes as usual, no far fewer, cannot tell.</param>
/// <param name="Why">Why not yes, in a sentence.</param>
/// <param name="Minutes">The same for each minute that is over, as it stood then.</param>
/// <param name="Silent">Endpoints that fell silent and still are.</param>
public sealed record TrafficSeen(Tri Now, string? Why, IReadOnlyList<Tri> Minutes, IReadOnlyList<WatchCall> Silent)
{
    /// <summary>No source of response times is there to be heard.</summary>
    public static TrafficSeen NotWatched { get; } = new(Tri.CannotTell, null, [], []);

    /// <summary>Response times come, or came lately.</summary>
    public bool Watched => Why is not null || Minutes.Count > 0;
}
