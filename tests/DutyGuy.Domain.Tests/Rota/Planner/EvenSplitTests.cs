using DutyGuy.Domain;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

public class EvenSplitTests
{
    [Fact]
    public void One_duty_is_shared_by_shares() =>
        EvenSplit.Levels(1, new Dictionary<ulong, double> { [1] = 4 })[1].ShouldBe(0.25, 1e-12);

    // Two duties: one person does the second alone and is never needed for the first.
    [Fact]
    public void Who_alone_can_do_a_duty_has_it_and_no_more()
    {
        var levels = EvenSplit.Levels(3, new Dictionary<ulong, double> { [1] = 3, [3] = 1 });
        levels[3].ShouldBe(1, 1e-12);
        levels[1].ShouldBe(1.0 / 3, 1e-12);
    }

    [Fact]
    public void Who_can_do_both_evens_out_what_would_be_uneven()
    {
        var levels = EvenSplit.Levels(
            3,
            new Dictionary<ulong, double>
            {
                [1] = 1,
                [2] = 3,
                [3] = 4,
            }
        );
        levels.Values.ShouldAllBe(level => Math.Abs(level - 0.25) < 1e-12);
    }

    [Fact]
    public void Many_duties_that_hang_together_are_shared_too()
    {
        const ulong all = (1UL << 20) - 1;
        EvenSplit.Levels(all, new Dictionary<ulong, double> { [all] = 400 })[all].ShouldBe(0.05, 1e-12);
    }
}
