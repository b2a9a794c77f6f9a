namespace DutyGuy.Domain;

/// <summary>
/// The endpoints around one rollout, each as its figures by minute. An accumulator: what is added is not kept, and it is
/// not for use from several threads at once.
/// </summary>
/// <param name="watching">It will be looked at minute by minute, so nothing later may tell what is usual.</param>
public sealed class RolloutTimings(RolloutFrame frame, bool watching = false)
{
    private readonly SeriesBuilder builder = new(frame, watching);
    private readonly List<EndpointSeries> series = [];

    /// <summary>The minutes compared.</summary>
    public RolloutFrame Frame { get; } = frame;

    /// <summary>Endpoints added.</summary>
    public int Count => series.Count;

    internal IReadOnlyList<EndpointSeries> Series => series;

    /// <summary>Adds one endpoint with all its requests.</summary>
    public void Add(EndpointRequests requests) => series.Add(builder.Build(requests));
}
