namespace DutyGuy.Domain;

/// <summary>The requests of one endpoint around a rollout, minute by minute from two hours before the switch-over on.</summary>
public sealed record EndpointTraffic(string Endpoint, double[] Counts, double[] Errors, double[] SumMs)
{
    /// <summary>Requests on other days in the same two hours.</summary>
    public double DaysBefore { get; init; }

    /// <summary>Requests on other days in the same minutes as the watch.</summary>
    public double DaysAfter { get; init; }
}
