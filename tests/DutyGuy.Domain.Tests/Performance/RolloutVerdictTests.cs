using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class RolloutVerdictTests
{
    private static BeforeAfterReport Compare(Traffic traffic, Func<int, double> slower, int after = 60) =>
        BeforeAfter.Compare(traffic.Minutes(-120, 0, _ => 1), traffic.Minutes(0, after, slower), []);

    [Fact]
    public void A_150_fold_slowdown_of_few_requests_is_told()
    {
        var report = Compare(new Traffic(1, 6, 1), e => e == 2 ? 150 : 1, after: 5);
        var first = report.Endpoints[0];
        (first.Endpoint, first.Answer).ShouldBe(("GET /2", "regressed"));
        report.Endpoints.Skip(1).ShouldAllBe(v => !v.Regressed);
    }

    /// <summary>On these seeds what the six do alike steps too; that their middle one does not is what tells.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(15)]
    public void One_slow_endpoint_among_six_is_not_everything(int seed)
    {
        var report = Compare(new Traffic(seed, 6, 12), e => e == 2 ? 1.5 : 1, after: 90);
        report.Endpoints.Where(v => v.Regressed).Select(v => v.Endpoint).ShouldBe(["GET /2"]);
        report.Common!.Regressed.ShouldBeFalse();
        Compare(new Traffic(seed, 6, 12), _ => 1.3, after: 90).Common!.Regressed.ShouldBeTrue();
    }

    [Fact]
    public void The_order_of_the_minutes_does_not_matter()
    {
        var traffic = new Traffic(2, 12, 5);
        var (before, after) = (traffic.Minutes(-60, 0, _ => 1), traffic.Minutes(0, 30, e => e == 3 ? 1.6 : 1));
        var told = BeforeAfter.Compare(before, after, []).Endpoints;
        Gen.Shuffle(after.ToArray())
            .Sample(
                shuffled =>
                    BeforeAfter
                        .Compare(before, shuffled, [])
                        .Endpoints.Select(v => (v.Endpoint, v.Answer))
                        .ShouldBe(told.Select(v => (v.Endpoint, v.Answer))),
                iter: 5
            );
    }

    [Fact]
    public void The_interval_holds_the_estimate_and_a_slower_one_has_more_evidence() =>
        Gen.Int[1, 1000]
            .Sample(
                seed =>
                {
                    var report = Compare(
                        new Traffic(seed, 10, 10),
                        e =>
                            e == 3 ? 1.4
                            : e == 5 ? 2.5
                            : 1
                    );
                    report.Endpoints.ShouldAllBe(v => v.Low <= v.Change && v.Change <= v.High);
                    report.Endpoints.Single(v => v.Endpoint == "GET /5").Regressed.ShouldBeTrue();
                },
                iter: 10
            );
}
