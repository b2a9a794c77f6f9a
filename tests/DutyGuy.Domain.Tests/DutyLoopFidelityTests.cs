using CsCheck;
using DutyGuy.Domain;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests;

public class DutyLoopFidelityTests
{
    [Fact]
    public void The_engineering_playbook_asks_for_exactly_what_the_article_does() =>
        Situations.All.Sample(
            situation => ArticleLoop.Of(Shipped.Engineering, situation).SequenceEqual(ArticleLoop.Pass(situation)),
            iter: 20_000
        );

    // A comparison that cannot fail is worth nothing.
    [Theory]
    [InlineData("age < 2 days", "age < 3 days")]
    [InlineData("time >= 16:00", "time >= 15:00")]
    [InlineData("age < 2 days", "age >= 2 days")]
    [InlineData("- first: nothing else counts until this is done", "")]
    [InlineData("- if: unassigned\n  - do:", "- do:")]
    [InlineData("- once: a day\n- do: checklist performance", "- do: checklist performance")]
    public void A_changed_playbook_differs_from_the_article(string before, string after)
    {
        var changed = Shipped.Changed(before, after).Playbook.ShouldNotBeNull();
        Should.Throw<CsCheckException>(() =>
            Situations.All.Sample(
                situation => ArticleLoop.Of(changed, situation).SequenceEqual(ArticleLoop.Pass(situation)),
                iter: 5_000
            )
        );
    }
}
