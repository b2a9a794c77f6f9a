namespace DutyGuy.Domain;

/// <summary>What a rollout did to one endpoint, told by its most telling metric.</summary>
/// <param name="Metric">`mean`, `p50`, `p95`, `p99` (milliseconds) or `errors` (share of the requests).</param>
/// <param name="Change">Relative for durations (0.25 = 25 % slower), absolute for errors; what is not the release's doing is taken out.</param>
/// <param name="Low">Lower end of the 95 % interval of the change.</param>
/// <param name="High">Upper end.</param>
/// <param name="Answer">`regressed`, `as before`, `too little data`, `cannot tell`, or `as the platform` (it got slower as everything did).</param>
/// <param name="Why">A sentence for a person.</param>
public sealed record EndpointVerdict(
    string Endpoint,
    string Metric,
    double Before,
    double After,
    double Change,
    double Low,
    double High,
    bool Regressed,
    string Answer,
    string Why
)
{
    /// <summary>The chance that the release made it worse, beside what everything did.</summary>
    public double Chance { get; init; }

    /// <summary>Logarithm of the Bayes factor for "worse" against "as before"; it ranks.</summary>
    public double Evidence { get; init; }

    /// <summary>Milliseconds that the requests after the rollout lost; a failed request counts as a second.</summary>
    public double LostMs { get; init; }

    /// <summary>Requests after the rollout.</summary>
    public double Requests { get; init; }

    /// <summary>It got worse, alone or with the whole platform.</summary>
    public bool Worse => Regressed || Answer == AsThePlatform;

    /// <summary>The answer of an endpoint that got slower as everything did.</summary>
    public const string AsThePlatform = "as the platform";
}

/// <summary>The endpoints, and what happened to all of them alike (null with too few of them).</summary>
public sealed record BeforeAfterReport(EndpointVerdict? Common, IReadOnlyList<EndpointVerdict> Endpoints)
{
    /// <summary>A sentence when everything got slower at once; else null.</summary>
    public string? AllSlower => Common is { Regressed: true } ? Common.Why : null;
}
