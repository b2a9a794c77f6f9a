using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class RolloutWatchTests
{
    private static readonly RolloutFrame Frame = new(60, 15);

    private static RolloutTimings Timings(Traffic traffic, Func<int, double> slower, Func<int, double>? failing = null)
    {
        var timings = new RolloutTimings(Frame, watching: true);
        var requests = new EndpointRequests();
        var minutes = traffic.Minutes(-60, 0, _ => 1).Concat(traffic.Minutes(0, 15, slower, failing));
        foreach (var one in minutes.GroupBy(m => m.Endpoint))
        {
            requests.Begin(one.Key);
            foreach (var m in one)
            {
                var minute = (int)(m.Minute - Traffic.Rollout).TotalMinutes;
                requests.Add(Frame.TimeOf(minute), minute >= 0, m.Segment, m.Count, m.Errors, m.SumMs);
                foreach (var (bin, weight) in m.Histogram.Bins)
                    requests.AddBin(bin, weight);
            }
            timings.Add(requests);
        }
        return timings;
    }

    [Fact]
    public void A_doubled_busy_endpoint_is_called_within_three_minutes_with_the_advice_to_roll_back()
    {
        var calls = RolloutWatch.Calls(Timings(new Traffic(1, 20, 60), e => e == 4 ? 2 : 1));
        var call = calls.ShouldHaveSingleItem();
        (call.Endpoint, call.Metric, call.Advice).ShouldBe(("GET /4", "mean", WatchAdvice.RollBack));
        call.Minute.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public void Ten_times_as_many_errors_are_called_within_three_minutes()
    {
        var calls = RolloutWatch.Calls(Timings(new Traffic(2, 20, 60), _ => 1, e => e == 7 ? 0.1 : 0.001));
        var call = calls.ShouldHaveSingleItem();
        (call.Endpoint, call.Metric).ShouldBe(("GET /7", "errors"));
        call.Minute.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public void Nothing_changed_is_silent_over_the_whole_watch()
    {
        for (var seed = 10; seed < 20; seed++)
            RolloutWatch.Calls(Timings(new Traffic(seed, 20, 20), _ => 1)).ShouldBeEmpty();
    }
}
