using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class BucketedDurationsTests
{
    private static readonly double[] Borders =
    [
        5,
        10,
        25,
        50,
        100,
        250,
        500,
        1000,
        2500,
        5000,
        10000,
        double.PositiveInfinity,
    ];

    /// <summary>Milliseconds, most of them near the middle, some far off.</summary>
    private static readonly Gen<double[]> Durations = Gen.Select(Gen.Double[2.5, 7], Gen.Double[0.5, 2])
        .SelectMany(
            (middle, spread) =>
                Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1], (a, b) => Math.Exp(middle + spread * (a + b))).Array[
                    50,
                    300
                ]
        );

    [Fact]
    public void The_requests_of_each_bucket_stay_in_it_and_the_total_is_the_one_that_was_measured() =>
        Durations.Sample(durations =>
        {
            var buckets = Buckets(durations, slower: 1);
            var spread = BucketedDurations.Spread(buckets, durations.Sum());
            spread.Count.ShouldBe(durations.Length, 1e-6);
            (spread.Sum / durations.Sum()).ShouldBe(1, 0.001);
            foreach (var border in Borders.Where(double.IsFinite))
            {
                var (bin, below) = (DurationHistogram.BinOf(border), durations.Count(d => d <= border));
                // The bin that a border lies in may hold requests of both sides.
                spread.Bins.Where(b => b.Key <= bin).Sum(b => b.Value).ShouldBeGreaterThan(below - 1e-6);
                spread.Bins.Where(b => b.Key < bin).Sum(b => b.Value).ShouldBeLessThan(below + 1e-6);
            }
        });

    [Fact]
    public void Without_the_total_they_lie_evenly_on_a_logarithmic_scale()
    {
        var spread = BucketedDurations.Spread([new(100, 400, 8)], double.NaN);
        spread.Quantile(0.5).ShouldBe(200, 30);
        spread.Count.ShouldBe(8, 1e-9);
    }

    [Fact]
    public void A_change_within_a_bucket_is_seen()
    {
        double[] usual = [.. Enumerable.Range(0, 100).Select(i => 110.0 + i / 10.0)];
        var before = BucketedDurations.Spread(Buckets(usual, slower: 1), usual.Sum());
        var after = BucketedDurations.Spread(Buckets(usual, slower: 1.5), usual.Sum() * 1.5);
        (after.Quantile(0.5) / before.Quantile(0.5)).ShouldBe(1.5, 0.3);
        (after.Mean / before.Mean).ShouldBe(1.5, 0.01);
    }

    [Theory]
    [InlineData(0, double.PositiveInfinity, 40, 400)]
    [InlineData(0, 5, 1, 10)]
    [InlineData(-1, 0, 0.001, 0)]
    [InlineData(10000, double.PositiveInfinity, 20000, 200000)]
    public void Buckets_without_a_border_have_a_place(double low, double high, double middle, double sum)
    {
        var spread = BucketedDurations.Spread([new(low, high, 10)], sum);
        spread.Count.ShouldBe(10, 1e-9);
        spread.Quantile(0.5).ShouldBeInRange(middle / 4, middle * 4);
    }

    [Fact]
    public void Nothing_is_nothing() => BucketedDurations.Spread([new(5, 10, 0)], 0).Count.ShouldBe(0);

    [Fact]
    public void It_reads_back_from_its_text() =>
        Durations.Sample(durations =>
        {
            var spread = BucketedDurations.Spread(Buckets(durations, slower: 1), durations.Sum());
            DurationHistogram.Parse(spread.ToString()).Count.ShouldBe(durations.Length, 0.1);
        });

    private static List<DurationBucket> Buckets(double[] durations, double slower) =>
        [
            .. Borders.Select(
                (high, i) =>
                {
                    var low = i == 0 ? 0 : Borders[i - 1];
                    return new DurationBucket(low, high, durations.Count(d => d * slower > low && d * slower <= high));
                }
            ),
        ];
}
