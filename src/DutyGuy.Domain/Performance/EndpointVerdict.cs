namespace DutyGuy.Domain;

/// <summary>What a rollout did to one endpoint, told by its most telling metric.</summary>
/// <param name="Metric">`p50`, `p95`, `mean` (milliseconds) or `errors` (share of the requests).</param>
/// <param name="Change">Relative for durations (0.25 = 25 % slower), absolute for errors; the trend of the day before and of the whole platform is taken out.</param>
/// <param name="Low">Lower end of the 95 % interval of the change.</param>
/// <param name="High">Upper end.</param>
/// <param name="Answer">`regressed`, `as before`, `too little data` or `cannot tell`.</param>
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
);

/// <summary>The endpoints, worst first, and what happened to all of them alike (null with fewer than ten endpoints).</summary>
public sealed record BeforeAfterReport(EndpointVerdict? Common, IReadOnlyList<EndpointVerdict> Endpoints);
