using DutyGuy.Domain;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

public class EvenSplitTests
{
    private const double Near = 1e-6;

    private static Dictionary<ulong, double[]> Split(ulong duties, params (ulong Group, double Share)[] groups) =>
        EvenSplit.Parts(duties, groups.ToDictionary(g => g.Group, g => g.Share), least: 0.5);

    [Fact]
    public void One_duty_is_shared_by_shares() => Split(1, (1, 4))[1][0].ShouldBe(0.25, Near);

    [Fact]
    public void Who_alone_can_do_a_duty_has_it_and_half_a_part_of_the_other()
    {
        var parts = Split(3, (1, 3), (3, 1));
        parts[3][1].ShouldBe(1, Near);
        parts[3][0].ShouldBe(0.5 / 4, Near);
        parts[1][0].ShouldBe((1 - 0.125) / 3, Near);
    }

    [Fact]
    public void Who_can_do_both_evens_out_what_would_be_uneven() =>
        Split(3, (1, 2), (2, 3), (3, 4)).Values.ShouldAllBe(part => Math.Abs(part.Sum() - 2.0 / 9) < Near);

    [Fact]
    public void Many_duties_that_hang_together_are_shared_too()
    {
        const ulong all = (1UL << 20) - 1;
        Split(all, (all, 400))[all].Sum().ShouldBe(0.05, Near);
    }

    [Fact]
    public void Each_duty_is_given_out_whole()
    {
        var parts = Split(7, (1, 2), (3, 1.5), (6, 1), (7, 0.5), (4, 3));
        double Given(int bit) =>
            new (ulong Group, double Share)[] { (1, 2), (3, 1.5), (6, 1), (7, 0.5), (4, 3) }.Sum(g =>
                g.Share * parts[g.Group][bit]
            );
        Given(0).ShouldBe(1, Near);
        Given(1).ShouldBe(1, Near);
        Given(2).ShouldBe(1, Near);
    }
}
