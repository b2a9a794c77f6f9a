using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class RolloutStudyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_dependency_that_slowed_down_before_the_rollout_explains_those_that_follow_it(int seed)
    {
        var traffic = new Traffic(seed, 400, 6);
        List<EndpointMinute> minutes =
        [
            .. traffic.Minutes(-120, -20, _ => 1),
            .. traffic.Minutes(-20, 0, Slower),
            .. traffic.Minutes(0, 60, Slower),
        ];
        var timings = StoredMinutes.Timings(new RolloutFrame(120, 60), Traffic.Rollout, minutes);
        var study = RolloutStudy.Of(timings.Frame, timings.Series);
        study.Paths.Count.ShouldBe(1);
        var followers = study.Fits.Where(f => Follows(int.Parse(f.Series.Endpoint["GET /".Length..]))).ToList();
        followers.Count.ShouldBe(40);
        followers
            .Average(f => f.Step)
            .ShouldBe(0, 0.02, "nine of ten endpoints do not follow: they must not make it look smaller");
    }

    [Fact]
    public void How_far_endpoints_step_without_the_release_is_learnt_from_those_that_got_faster()
    {
        StepNoise.Of(Fits(0.03, error: 0.01)).ShouldBe(0.03, 0.006);
        StepNoise.Of(Fits(0, error: 0.01)).ShouldBeLessThan(0.003);
        StepNoise.Of([.. Fits(0.03, error: 0.01).Take(20)]).ShouldBe(0, "too few to tell");
    }

    private static bool Follows(int endpoint) => endpoint % 10 == 0;

    private static double Slower(int endpoint) => Follows(endpoint) ? 1.5 : 1;

    /// <summary>Two hundred endpoints, some of them really made faster.</summary>
    private static List<EndpointFit> Fits(double noise, double error)
    {
        var random = new Random(5);
        return
        [
            .. Enumerable
                .Range(0, 200)
                .Select(i =>
                {
                    var step = Math.Sqrt(noise * noise + error * error) * Normal(random) - (i % 25 == 0 ? 0.4 : 0);
                    var fit = new EndpointFit(new EndpointSeries($"GET /{i}", [], SideTotal.Of([]), SideTotal.Of([])));
                    for (var level = 0; level < fit.AtLevel.Length; level++)
                        fit.AtLevel[level] = new(step, error, 0);
                    fit.Weigh(Enumerable.Repeat(1.0 / fit.AtLevel.Length, fit.AtLevel.Length).ToArray());
                    return fit;
                }),
        ];
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
