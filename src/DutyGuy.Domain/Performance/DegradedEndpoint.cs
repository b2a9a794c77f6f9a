using NodaTime;

namespace DutyGuy.Domain;

/// <summary>An endpoint that is told after a rollout, with what it costs and who is suspected first.</summary>
public sealed record DegradedEndpoint(
    EndpointVerdict Verdict,
    EndpointDurations Durations,
    IReadOnlyList<Suspect> Suspects
)
{
    /// <summary>Milliseconds that each request lost in the mean; failures told as such lose none.</summary>
    public double LostMsEach =>
        Verdict.Metric != "errors" && Verdict.Requests > 0 ? Math.Max(0, Verdict.LostMs / Verdict.Requests) : 0;

    /// <summary>What customers wait more in a day.</summary>
    public Duration LostADay => Duration.FromMilliseconds(Durations.RequestsADay * LostMsEach);

    /// <summary>Requests that fail in a day beyond those that failed before.</summary>
    public double FailedADay => Verdict.Metric == "errors" ? Math.Max(0, Durations.RequestsADay * Verdict.Change) : 0;
}
