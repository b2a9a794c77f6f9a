namespace DutyGuy.Domain;

/// <summary>Whether an endpoint that was called is measured better again: nearer to what it was before than when it was called.</summary>
static class BetterAgain
{
    const int Window = 5;
    const int FewestMinutes = 3;
    const double FewestRequests = 20;

    /// <summary>In a minute of the watch. A slow tail cannot be measured from totals: it stays as called.</summary>
    public static bool At(WatchCall call, EndpointTraffic endpoint, int minute)
    {
        var from = Math.Max(call.Minute, minute + 1 - Window);
        if (call.Metric is not ("mean" or "errors") || minute + 1 - from < FewestMinutes)
            return false;
        if (Sum(endpoint.Counts, from, minute + 1) < FewestRequests)
            return false;
        var what = call.Metric == "mean" ? endpoint.SumMs : endpoint.Errors;
        var before = Share(what, endpoint.Counts, -ProductionWatch.Before, 0);
        var called = Share(what, endpoint.Counts, Math.Max(0, call.Minute - Window), call.Minute);
        return Share(what, endpoint.Counts, from, minute + 1) < before + (called - before) / 2;
    }

    static double Share(double[] what, double[] counts, int from, int to) =>
        Sum(what, from, to) / Math.Max(1, Sum(counts, from, to));

    static double Sum(double[] of, int from, int to) => of.Skip(ProductionWatch.Before + from).Take(to - from).Sum();
}
