using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class BeforeAfterTests
{
    private const int Yesterday = -1440;

    private static BeforeAfterReport Compare(
        Traffic traffic,
        Func<int, double> slower,
        Func<int, double>? failing = null,
        bool yesterday = false,
        int minutesAfter = 90
    ) =>
        BeforeAfter.Compare(
            traffic.Minutes(-120, 0, _ => 1),
            traffic.Minutes(0, minutesAfter, slower, failing),
            yesterday ? traffic.Minutes(Yesterday - 120, Yesterday + minutesAfter, _ => 1) : []
        );

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Three_of_two_hundred_endpoints_slowed_by_30_per_cent_lead_the_list_and_nothing_else_is_flagged(
        int seed,
        bool yesterday
    )
    {
        int[] slowed = [17, 90, 180];
        var report = Compare(new Traffic(seed, 200, 10), e => slowed.Contains(e) ? 1.3 : 1, yesterday: yesterday);
        var flagged = report.Endpoints.Where(v => v.Regressed).ToList();
        flagged.Select(v => v.Endpoint).ShouldBe(slowed.Select(e => $"GET /{e}"), ignoreOrder: true);
        report.Endpoints.Take(3).ShouldBe(flagged);
        report.Endpoints.Count.ShouldBe(200);
        flagged.ShouldAllBe(v =>
            v.Answer == "regressed" && v.Low < 0.35 && v.High > 0.25 && v.Change > 0.15 && v.Change < 0.45
        );
    }

    [Fact]
    public void Nothing_changed_is_silent_in_at_least_95_of_100_rollouts()
    {
        var loud = Enumerable
            .Range(0, 200)
            .Count(seed => Compare(new Traffic(seed, 30, 6), _ => 1).Endpoints.Any(v => v.Regressed));
        loud.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void What_slows_all_endpoints_is_told_once_and_blames_none()
    {
        var report = Compare(new Traffic(5, 40, 10), _ => 1.25);
        report.Common!.Regressed.ShouldBeTrue();
        report.AllSlower.ShouldNotBeNull().ShouldStartWith("all endpoints together got");
        report.Common.Change.ShouldBe(0.25, 0.08);
        report.Endpoints.ShouldAllBe(v => !v.Regressed);
    }

    [Fact]
    public void What_also_happened_the_day_before_is_not_the_rollout()
    {
        var traffic = new Traffic(6, 40, 10);
        double Evening(int e) => e == 3 ? 1.5 : 1;
        var (before, after) = (traffic.Minutes(-120, 0, _ => 1), traffic.Minutes(0, 90, Evening));
        List<EndpointMinute> yesterday =
        [
            .. traffic.Minutes(Yesterday - 120, Yesterday, _ => 1),
            .. traffic.Minutes(Yesterday, Yesterday + 90, Evening),
        ];
        BeforeAfter.Compare(before, after, []).Endpoints[0].Regressed.ShouldBeTrue();
        var told = BeforeAfter.Compare(before, after, yesterday).Endpoints.Single(v => v.Endpoint == "GET /3");
        told.Regressed.ShouldBeFalse();
        told.Low.ShouldBeLessThan(0);
    }

    [Fact]
    public void More_failing_requests_are_a_regression_of_errors()
    {
        var first = Compare(new Traffic(7, 40, 20), _ => 1, e => e == 5 ? 0.05 : 0.001).Endpoints[0];
        (first.Endpoint, first.Metric, first.Regressed).ShouldBe(("GET /5", "errors", true));
        first.Change.ShouldBe(0.05, 0.02);
    }

    [Fact]
    public void A_slow_tail_is_seen_although_the_median_stays()
    {
        var traffic = new Traffic(8, 20, 30);
        var after = traffic.Minutes(0, 90, _ => 1).ConvertAll(m => m.Endpoint == "GET /4" ? WithThreeSlow(m) : m);
        var first = BeforeAfter.Compare(traffic.Minutes(-120, 0, _ => 1), after, []).Endpoints[0];
        (first.Endpoint, first.Regressed).ShouldBe(("GET /4", true));
        first.Metric.ShouldBeOneOf("mean", "p95");
        first.Change.ShouldBeGreaterThan(1);
    }

    private static EndpointMinute WithThreeSlow(EndpointMinute minute)
    {
        for (var i = 0; i < 3; i++)
            minute.Histogram.Add(1000);
        return minute with { Count = minute.Count + 3, SumMs = minute.Histogram.Sum };
    }

    [Fact]
    public void A_faster_endpoint_is_no_regression()
    {
        var report = Compare(new Traffic(9, 20, 10), e => e == 2 ? 0.5 : 1);
        report.Endpoints.ShouldAllBe(v => !v.Regressed);
    }

    [Fact]
    public void A_doubled_endpoint_is_named_ten_minutes_after_a_rollout()
    {
        var report = Compare(new Traffic(10, 6, 20), e => e == 2 ? 2 : 1, minutesAfter: 10);
        report.Endpoints.Where(v => v.Regressed).ShouldHaveSingleItem().Endpoint.ShouldBe("GET /2");
    }

    [Fact]
    public void Too_little_data_stays_silent_and_says_so()
    {
        var traffic = new Traffic(11, 3, 1);
        var report = BeforeAfter.Compare(traffic.Minutes(-120, 0, _ => 1), traffic.Minutes(0, 29, _ => 1), []);
        report.Endpoints.ShouldAllBe(v => !v.Regressed && v.Answer == "too little data");
        report
            .Endpoints[0]
            .Why.ShouldBe(
                "120 requests before and 20 after its first minutes; 30 on each side, in several minutes, are needed"
            );
        BeforeAfter.Compare([], [], []).Endpoints.ShouldBeEmpty();
    }

    [Fact]
    public void A_new_endpoint_has_nothing_to_be_compared_with()
    {
        var traffic = new Traffic(12, 2, 10);
        var before = traffic.Minutes(-120, 0, _ => 1).Where(m => m.Endpoint != "GET /1").ToList();
        var report = BeforeAfter.Compare(before, traffic.Minutes(0, 90, _ => 1), []);
        report.Endpoints.Single(v => v.Endpoint == "GET /1").Answer.ShouldBe("too little data");
    }

    [Fact]
    public void A_change_that_the_noise_could_hide_cannot_be_told()
    {
        var traffic = new Traffic(13, 6, 3);
        var report = BeforeAfter.Compare(traffic.Minutes(-16, 0, _ => 1), traffic.Minutes(0, 16, _ => 1), []);
        report.Endpoints.ShouldContain(v => v.Answer == "cannot tell" && v.Why.Contains("hides a slowdown"));
    }
}
