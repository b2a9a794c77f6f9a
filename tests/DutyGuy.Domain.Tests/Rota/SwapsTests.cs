using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;
using static DutyGuy.Tests.Rota.RotaExample;

namespace DutyGuy.Tests.Rota;

public class SwapsTests
{
    private static readonly RotaFacts Facts = Team("ann", "ben", "cleo", "dan", "eve");
    private static readonly Instant Now = At(0, 8);
    private static readonly Swap BenForDan = Offer(1, "ben", "dan", 3);

    [Fact]
    public void S9_offered_and_accepted_the_rota_follows_for_both()
    {
        Swaps.Offer(Facts, BenForDan, Now).Value!.Swap.State.ShouldBe(SwapState.Offered);
        var done = Swaps.Accept(Facts, BenForDan, "dan", Now).Value!;
        done.Swap.State.ShouldBe(SwapState.Accepted);
        var turns = (Facts with { Overrides = done.Overrides }).Days(5);
        turns.Names().ShouldBe("ann dan cleo ben eve");
        turns.Select(turn => turn.Why).ShouldBe([null, "swap with ben", null, "swap with dan", null]);
        done.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_turn_given_away_for_nothing_moves_nobody_else()
    {
        var done = Swaps.Accept(Facts, Offer(1, "ben", "dan"), "dan", Now).Value!;
        (Facts with { Overrides = done.Overrides }).Days(7).Names().ShouldBe("ann dan cleo dan eve ann ben");
    }

    [Fact]
    public void A_turn_that_has_begun_is_no_return_for_another()
    {
        var facts = Facts.Past(Monday, "ann");
        Swaps.Offer(facts, Offer(2, "cleo", "ann", 0), At(0, 9)).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
        Swaps.Offer(facts, Offer(2, "cleo", "ann", 0), At(0, 8)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_running_turn_passes_on_by_a_take_over()
    {
        var done = Swaps.Accept(Facts.Past(Monday, "ann"), Offer(0, "ann", "cleo", 2), "cleo", At(0, 11)).Value!;
        done.TakesOver.ShouldBeTrue();
        done.Overrides.ShouldHaveSingleItem().Date.ShouldBe(Monday.PlusDays(2));
    }

    [Fact]
    public void Two_successive_days_are_a_warning_not_a_refusal() =>
        Swaps
            .Accept(Facts, Offer(1, "ben", "cleo"), "cleo", Now)
            .Value!.Warnings.ShouldBe([
                "cleo already has a turn beside 2026-11-03: two successive days, unless that turn can move.",
            ]);

    [Fact]
    public void Two_neighbours_may_swap_their_days_without_a_warning() =>
        Swaps.Accept(Facts, Offer(1, "ben", "cleo", 2), "cleo", Now).Value!.Warnings.ShouldBeEmpty();

    [Theory]
    [InlineData(1, "ann", "dan", null, RefusalKind.NotAllowed)]
    [InlineData(1, "ben", "dan", 4, RefusalKind.NotAllowed)]
    [InlineData(1, "ben", "ben", null, RefusalKind.Invalid)]
    [InlineData(1, "ben", "nobody", null, RefusalKind.Conflict)]
    [InlineData(-3, "ben", "dan", null, RefusalKind.Conflict)]
    public void What_cannot_be_swapped_is_refused(int day, string from, string with, int? back, RefusalKind kind) =>
        Swaps.Offer(Facts, Offer(day, from, with, back), Now).Refusal!.Kind.ShouldBe(kind);

    [Fact]
    public void An_absent_person_cannot_take_a_turn_even_when_they_accept_it() =>
        Swaps
            .Accept(Facts.Away("dan", Monday.PlusDays(1), Monday.PlusDays(1)), Offer(1, "ben", "dan"), "dan", Now)
            .Refusal!.Detail.ShouldBe("dan is away on 2026-11-03. Ask somebody else or choose another date.");

    [Fact]
    public void Only_the_other_person_answers_and_only_once()
    {
        Swaps.Accept(Facts, BenForDan, "ben", Now).Refusal!.Kind.ShouldBe(RefusalKind.NotAllowed);
        Swaps.Withdraw(BenForDan, "dan", Now).Refusal!.Kind.ShouldBe(RefusalKind.NotAllowed);
        var declined = Swaps.Decline(BenForDan, "dan", Now).Value!.Swap;
        declined.State.ShouldBe(SwapState.Declined);
        Swaps.Accept(Facts, declined, "dan", Now).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
        Swaps.Withdraw(BenForDan, "ben", Now).Value!.Swap.State.ShouldBe(SwapState.Withdrawn);
    }

    private static Swap Offer(int day, string from, string with, int? back = null) =>
        new(
            "s1",
            "engineering",
            Monday.PlusDays(day),
            from,
            with,
            back is { } days ? Monday.PlusDays(days) : null,
            SwapState.Offered,
            Now
        );
}
