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

    [Fact]
    public void None_is_called_on_the_credit_of_others_that_are_sure()
    {
        const int Looks = 14;
        var weaker = 0;
        for (var seed = 300; seed < 304; seed++)
        {
            var timings = Timings(
                new Traffic(seed, 20, 60),
                e =>
                    e < 3 ? 2
                    : e < 7 ? 1.2
                    : 1
            );
            var memory = Look(timings, 1, null).Memory;
            var studies = Enumerable.Range(1, Looks).Select(minute => Look(timings, minute, memory)).ToList();
            weaker += studies.Count(s => TwoGroups.Limit(s.Chances, 0.02, 0.9) < 0.98);
            foreach (var call in RolloutWatch.GoOn(WatchLooks.None, timings, Looks).Calls)
                ChanceOf(studies[call.Minute - 1], call.Endpoint).ShouldBeGreaterThanOrEqualTo(0.98);
        }
        weaker.ShouldBePositive("a mean over all that are told would have let weaker ones pass");
    }

    private static RolloutStudy Look(RolloutTimings timings, int minute, double? memory)
    {
        var frame = timings.Frame with { Seen = minute };
        return RolloutStudy.Of(frame, timings.Series.Select(s => s.Until(frame, minute)).ToList(), memory);
    }

    private static double ChanceOf(RolloutStudy study, string endpoint) =>
        study.Chances[study.Evidences.ToList().FindIndex(e => e.Fit.Series.Endpoint == endpoint)];
}
