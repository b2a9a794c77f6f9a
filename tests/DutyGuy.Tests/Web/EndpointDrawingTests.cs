using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Tests.Web;

/// <summary>How durations and changes are drawn and said.</summary>
public class EndpointDrawingTests
{
    static DurationHistogram Around(double ms, int requests = 100)
    {
        var histogram = new DurationHistogram();
        for (var i = 0; i < requests; i++)
            histogram.Add(ms * (0.8 + (0.4 * i / requests)));
        return histogram;
    }

    static EndpointVerdict Verdict(string metric, double before, double after, double change) =>
        new("GET /slots", metric, before, after, change, change - 0.1, change + 0.1, true, "regressed", "")
        {
            LostMs = 179_000,
            Requests = 1000,
        };

    [Fact]
    public void The_scale_is_logarithmic_and_holds_the_fastest_and_the_slowest()
    {
        var axis = DurationAxis.Of([new(Around(10), Around(1000), 0)]);
        axis.X(8).ShouldBeGreaterThan(0);
        axis.X(1200).ShouldBeLessThan(DurationAxis.Width);
        (axis.X(1000) - axis.X(100)).ShouldBe(axis.X(100) - axis.X(10), 0.2);
        axis.Ticks.ShouldBe([10, 30, 100, 300, 1000]);
    }

    [Fact]
    public void Slower_requests_are_drawn_further_to_the_right_and_below_the_line()
    {
        var durations = new EndpointDurations(Around(50), Around(400), 0);
        var (before, after) = DurationAxis.Of([durations]).Outlines(durations);
        var (high, low) = (Points(before), Points(after));
        high.ShouldAllBe(p => p.Y <= DurationAxis.Middle);
        low.ShouldAllBe(p => p.Y >= DurationAxis.Middle);
        low.MaxBy(p => p.Y).X.ShouldBeGreaterThan(high.MinBy(p => p.Y).X + 50);
    }

    [Fact]
    public void Nothing_measured_draws_nothing()
    {
        var durations = new EndpointDurations(new(), new(), 0);
        DurationAxis.Of([durations]).Outlines(durations).ShouldBe(("", ""));
    }

    [Theory]
    [InlineData(0.3, 1)]
    [InlineData(1.2, 2)]
    [InlineData(6.5, 3)]
    [InlineData(900, 6)]
    public void The_scale_of_changes_grows_by_doublings(double change, int doublings)
    {
        var axis = ChangeAxis.Of([Verdict("mean", 100, 100 * (1 + change), change)]);
        axis.Doublings.ShouldBe(doublings);
        axis.X(0).ShouldBeLessThan(axis.X(change));
        axis.X(double.PositiveInfinity).ShouldBe(204);
    }

    [Fact]
    public void The_cost_of_a_day_is_said_with_its_two_factors()
    {
        var slow = new DegradedEndpoint(Verdict("mean", 212, 391, 0.84), new(new(), new(), 41_200), []);
        EndpointWords.Cost(slow).ShouldBe("Costs 2 h 2 min of waiting a day: 41,200 requests × 179 ms.");
        EndpointWords.Interval(slow.Verdict).ShouldBe("×1.84, 1.74 to 1.94");
        var failing = new DegradedEndpoint(Verdict("errors", 0.001, 0.026, 0.025), new(new(), new(), 1000), []);
        EndpointWords.Cost(failing).ShouldBe("Costs 25 more failed requests a day, of 1,000 requests.");
        EndpointWords.Value(failing.Verdict, 0.026).ShouldBe("2.6 %");
    }

    static List<(double X, double Y)> Points(string path) =>
        [
            .. path.TrimStart('M')
                .TrimEnd('Z')
                .Split('L')
                .Select(p => p.Split(' '))
                .Select(p =>
                    (
                        double.Parse(p[0], System.Globalization.CultureInfo.InvariantCulture),
                        double.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture)
                    )
                ),
        ];
}
