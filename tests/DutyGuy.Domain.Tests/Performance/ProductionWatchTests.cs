using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class ProductionWatchTests
{
    private static readonly ProductionWatch Watch = new(
        "new",
        Traffic.Rollout,
        Traffic.Rollout + Duration.FromMinutes(15)
    );

    private static List<EndpointMinute> Minutes(int seed, double slower, int from = 0) =>
        [
            .. new Traffic(seed, 20, 60).Minutes(-60, 0, _ => 1),
            .. new Traffic(seed + 1, 20, 60).Minutes(0, 15, e => e == 4 ? slower : 1).Where(m => MinuteOf(m) >= from),
        ];

    private static int MinuteOf(EndpointMinute minute) => (int)(minute.Minute - Traffic.Rollout).TotalMinutes;

    [Fact]
    public void Looking_at_each_minute_as_it_ends_calls_the_same_as_looking_at_all_afterwards()
    {
        var minutes = Minutes(30, 1.3);
        var live = WatchLooks.None;
        for (var over = 1; over <= 15; over++)
            live = Watch.GoOn(live, over, minutes.Where(m => MinuteOf(m) < over));
        live.Calls.ShouldNotBeEmpty();
        live.Calls[0].Minute.ShouldBeGreaterThan(1);
        Watch.GoOn(WatchLooks.None, 15, minutes).Calls.ShouldBe(live.Calls);
    }

    [Fact]
    public void A_call_stays_as_it_was_made()
    {
        var minutes = Minutes(40, 2);
        var early = Watch.GoOn(WatchLooks.None, 3, minutes);
        var call = early.Calls.ShouldHaveSingleItem();
        var calm = Minutes(40, 1);
        Watch.GoOn(early, 15, calm).Calls.ShouldContain(call);
    }

    [Fact]
    public void No_look_is_made_twice()
    {
        var looks = Watch.GoOn(WatchLooks.None, 5, Minutes(50, 1));
        Watch.GoOn(looks, 5, Minutes(50, 3)).Calls.ShouldBeEmpty();
        Watch.GoOn(looks, 5, Minutes(50, 3)).Minutes.ShouldBe(5);
    }

    [Fact]
    public void Nothing_measured_calls_nothing()
    {
        Watch.GoOn(WatchLooks.None, 15, []).Calls.ShouldBeEmpty();
        Watch.GoOn(WatchLooks.None, 15, Minutes(60, 2).Where(m => MinuteOf(m) < 0)).Calls.ShouldBeEmpty();
        Watch.GoOn(WatchLooks.None, 15, Minutes(60, 2).Where(m => MinuteOf(m) >= 0)).Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Requests_that_come_late_in_the_watch_are_called_then()
    {
        var call = Watch.GoOn(WatchLooks.None, 15, Minutes(70, 2, from: 8)).Calls.ShouldHaveSingleItem();
        call.Endpoint.ShouldBe("GET /4");
        call.Minute.ShouldBeGreaterThan(8);
    }

    [Fact]
    public void A_slow_tail_is_told_by_its_share_because_the_watch_keeps_no_durations()
    {
        var minutes = Minutes(90, 1).ConvertAll(m => m.Endpoint == "GET /4" && MinuteOf(m) >= 0 ? WithSlowTail(m) : m);
        var call = Watch.GoOn(WatchLooks.None, 15, minutes).Calls.ShouldHaveSingleItem();
        call.Endpoint.ShouldBe("GET /4");
        call.Metric.ShouldBeOneOf("p95", "p99");
        call.Why.ShouldEndWith("% more of the requests are slow than before, most are as before");
    }

    /// <summary>Eight in a hundred requests take five times as long as the slowest of them took.</summary>
    private static EndpointMinute WithSlowTail(EndpointMinute minute)
    {
        var (slow, all) = (minute.Histogram.Quantile(0.99) * 5, new DurationHistogram());
        all.Merge(minute.Histogram);
        for (var i = 0; i < minute.Count * 0.08; i++)
            all.Add(slow);
        return minute with { Histogram = all, Count = all.Count, SumMs = all.Sum };
    }

    [Fact]
    public void The_minute_of_the_switch_over_is_the_first_and_its_releases_are_told_apart_by_name()
    {
        var within = new ProductionWatch("new", Traffic.Rollout + Duration.FromSeconds(20), Watch.Until);
        (within.First, within.Total).ShouldBe((Traffic.Rollout, 15));
        within.Over(within.First + Duration.FromSeconds(59)).ShouldBe(0);
        within.Over(within.First + Duration.FromSeconds(60)).ShouldBe(1);
        within.Over(within.First + Duration.FromHours(5)).ShouldBe(15);
        var mixed = Minutes(80, 6).ConvertAll(m => MinuteOf(m) == 0 ? m with { Release = "new" } : m);
        within.GoOn(WatchLooks.None, 1, mixed).Calls.ShouldHaveSingleItem().Minute.ShouldBe(1);
        within.GoOn(WatchLooks.None, 1, Minutes(80, 6)).Calls.ShouldBeEmpty();
    }
}
