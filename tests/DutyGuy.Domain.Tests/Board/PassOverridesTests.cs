using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Board;

/// <summary>C8: the process owners get the overrides of a week in one message at 09:00 of its first working day.</summary>
public class PassOverridesTests
{
    static Fact Passed(Instant at, string text) =>
        new()
        {
            At = at,
            Kind = FactKind.GateOverridden,
            Source = "ann",
            Duty = "engineering",
            Text = text,
        };

    static World WithOwner(params Fact[] overrides)
    {
        var facts = Known.Duty(Known.At(17));
        var people = facts.People.ToDictionary(
            p => p.Key,
            p => p.Key == "lea" ? p.Value with { Role = Role.ProcessOwner } : p.Value
        );
        return new World(facts with { People = people, Overrides = overrides });
    }

    static IReadOnlyList<NewMessage> Told(World world) =>
        [.. world.Sent.Where(m => m.Key.StartsWith("overrides(", StringComparison.Ordinal))];

    [Fact]
    public void All_of_the_week_come_in_one_message_on_the_next_Monday_at_nine()
    {
        var world = WithOwner(
            Passed(Known.At(16, 30), "Ann passed a shut gate (Once a day): The banner"),
            Passed(Known.At(16, 40, day: 4), "Bob passed a shut gate (It is 16:00 or later): A fair")
        );
        Told(world.Until(Known.At(8, 59, day: 7))).ShouldBeEmpty();
        var message = Told(world.Until(Known.At(12, day: 8))).ShouldHaveSingleItem();
        (message.To, message.Key).ShouldBe(("lea", "overrides(engineering, 2026-11-30, lea)"));
        message.Text.ShouldBe(
            """
            Shut gates were passed 2 times (Engineering).
            23 November 16:30 Ann passed a shut gate (Once a day): The banner
            27 November 16:40 Bob passed a shut gate (It is 16:00 or later): A fair
            """
        );
        Told(world.Until(Known.At(12, day: 15))).Count.ShouldBe(1, "no second word about them, and none without any");
    }

    [Fact]
    public void What_was_told_is_not_told_again_and_a_closed_Monday_is_a_Tuesday()
    {
        var world = WithOwner(Passed(Known.At(16, day: -4), "told this morning"), Passed(Known.At(10), "of this week"));
        world.Change(f =>
            f with
            {
                Duty = f.Duty with { ClosedOn = [Known.Monday.PlusDays(7)] },
                Rota = RotaOf.Duty(
                    f.Duty with
                    {
                        ClosedOn = [Known.Monday.PlusDays(7)],
                    },
                    f.Playbook,
                    [.. f.People.Values],
                    [],
                    [],
                    [],
                    []
                ),
            }
        );
        // Monday itself: what came before 09:00 is due now.
        Told(world.Pass(Known.At(17))).ShouldHaveSingleItem().Text.ShouldContain("told this morning");
        Told(world.Until(Known.At(8, 59, day: 8))).Count.ShouldBe(1);
        var second = Told(world.Until(Known.At(9, day: 8)))[^1];
        second.Text.ShouldContain("of this week");
        second.Text.ShouldNotContain("told this morning");
    }
}
