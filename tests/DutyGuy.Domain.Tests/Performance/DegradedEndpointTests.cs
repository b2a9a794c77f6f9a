using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class DegradedEndpointTests
{
    [Fact]
    public void A_slow_endpoint_costs_its_requests_of_a_day_times_what_each_waits_more()
    {
        var one = Degraded(traffic =>
            BeforeAfter.Compare(Before(traffic), traffic.Minutes(0, 90, e => e == 4 ? 2 : 1), [])
        );
        one.Verdict.Endpoint.ShouldBe("GET /4");
        one.Verdict.Requests.ShouldBeInRange(60 * 80, 60 * 90);
        // 24 ms before, log-normal: the mean is e^0.125 times that.
        one.LostMsEach.ShouldBeInRange(20, 36);
        one.LostADay.TotalMilliseconds.ShouldBe(1000 * one.LostMsEach, 1);
        one.FailedADay.ShouldBe(0);
    }

    [Fact]
    public void One_that_fails_costs_failed_requests()
    {
        var one = Degraded(traffic =>
            BeforeAfter.Compare(Before(traffic), traffic.Minutes(0, 90, _ => 1, e => e == 4 ? 0.1 : 0.001), [])
        );
        one.Verdict.Metric.ShouldBe("errors");
        one.FailedADay.ShouldBeInRange(80, 120);
        one.LostADay.ShouldBe(Duration.Zero);
    }

    [Fact]
    public void The_durations_before_and_after_are_those_of_all_minutes_of_each_side()
    {
        var traffic = new Traffic(3, 1, 10);
        var minutes = traffic.Minutes(-20, 0, _ => 1).Concat(traffic.Minutes(0, 5, _ => 10));
        var durations = EndpointDurations.Of(minutes, Traffic.Rollout, 7);
        (durations.Before.Count, durations.After.Count, durations.RequestsADay).ShouldBe((200, 50, 7));
        durations.After.Quantile(0.5).ShouldBeGreaterThan(5 * durations.Before.Quantile(0.5));
    }

    private static List<EndpointMinute> Before(Traffic traffic) => traffic.Minutes(-120, 0, _ => 1);

    private static DegradedEndpoint Degraded(Func<Traffic, BeforeAfterReport> report) =>
        new(report(new Traffic(5, 20, 60)).Endpoints[0], new(new(), new(), 1000), []);
}
