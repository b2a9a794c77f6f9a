using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class DurationHistogramTests
{
    private static readonly Gen<double> Ms = Gen.Double[0.01, 100_000];

    private static DurationHistogram Of(IEnumerable<double> durations)
    {
        var histogram = new DurationHistogram();
        foreach (var ms in durations)
            histogram.Add(ms);
        return histogram;
    }

    [Fact]
    public void A_bin_holds_what_is_above_its_lower_border_up_to_its_upper() =>
        Ms.Sample(ms =>
        {
            var bin = DurationHistogram.BinOf(ms);
            Math.Pow(1.04, bin - 1).ShouldBeLessThan(ms);
            Math.Pow(1.04, bin).ShouldBeGreaterThanOrEqualTo(ms);
            Math.Abs(DurationHistogram.Representative(bin) / ms - 1).ShouldBeLessThan(0.0201);
        });

    [Fact]
    public void Borders_belong_to_the_lower_bin()
    {
        for (var bin = -50; bin <= 300; bin++)
            DurationHistogram.BinOf(Math.Pow(1.04, bin)).ShouldBe(bin);
    }

    [Fact]
    public void A_quantile_is_at_most_two_per_cent_off() =>
        Gen.Select(Ms.Array[1, 200], Gen.Double[0.01, 1])
            .Sample(
                (durations, q) =>
                {
                    var exact = durations.Order().ElementAt((int)Math.Ceiling(q * durations.Length - 1e-9) - 1);
                    Math.Abs(Of(durations).Quantile(q) / exact - 1).ShouldBeLessThan(0.0201);
                }
            );

    [Fact]
    public void Merging_is_adding_all() =>
        Gen.Select(Ms.Array, Ms.Array)
            .Sample(
                (a, b) =>
                {
                    var merged = Of(a);
                    merged.Merge(Of(b));
                    merged.ToString().ShouldBe(Of(a.Concat(b)).ToString());
                    merged.Sum.ShouldBe(a.Sum() + b.Sum(), 0.001);
                    merged.Count.ShouldBe(a.Length + b.Length);
                }
            );

    [Fact]
    public void The_text_form_is_read_as_written() =>
        Ms.Array.Sample(a => DurationHistogram.Parse(Of(a).ToString()).ToString().ShouldBe(Of(a).ToString()));

    [Fact]
    public void The_text_form_leaves_out_a_count_of_one()
    {
        var histogram = new DurationHistogram();
        histogram.Add(1);
        histogram.Add(100, weight: 4);
        histogram.Add(0);
        histogram.ToString().ShouldBe("-176 0 118:4");
        histogram.Mean.ShouldBe(401 / 6.0, 1e-9);
    }

    [Theory]
    [InlineData("12:x")]
    [InlineData("a")]
    [InlineData("3:-1")]
    [InlineData("3:0")]
    [InlineData("99999")]
    public void A_wrong_piece_is_named(string piece) =>
        Should.Throw<FormatException>(() => DurationHistogram.Parse("1 " + piece)).Message.ShouldContain($"'{piece}'");
}
