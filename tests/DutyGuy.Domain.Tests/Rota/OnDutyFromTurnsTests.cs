using CsCheck;
using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

public class OnDutyFromTurnsTests
{
    private const int Days = 90;
    private static readonly LocalDate First = new(2026, 3, 2);

    [Fact]
    public void Looking_only_at_the_turns_near_the_instant_changes_no_answer() =>
        Gen.Select(
                Gen.Int[-1, 5].Array[Days],
                Gen.Select(Gen.Int[0, Days * 1440], Gen.Int[0, 5], Gen.Enum<TurnActKind>()).Array[0, 12],
                Gen.Int[0, Days * 1440]
            )
            .Sample(
                (people, acts, minute) =>
                {
                    var turns = people.Select((p, day) => new PlannedTurn(First.PlusDays(day), p < 0 ? null : $"p{p}"));
                    IReadOnlyList<PlannedTurn> planned = [.. turns];
                    IReadOnlyList<TurnAct> done =
                    [
                        .. acts.Select(a => RotaExample.Act(a.Item3, $"p{a.Item2}", Utc(a.Item1))),
                    ];
                    var hours = RotaExample.Hours("Europe/Paris");
                    var answer = OnDuty.At(hours, planned, done, Utc(minute));
                    var all = Holdings.Of(hours, planned, done);
                    var now = all.LastOrDefault(holding => holding.From <= Utc(minute) && Utc(minute) < holding.To);
                    answer.Person.ShouldBe(now?.Person);
                    (answer.From, answer.To is null).ShouldBe(
                        (now?.From ?? all.LastOrDefault(h => h.To <= Utc(minute))?.To, Never(now, all, Utc(minute)))
                    );
                }
            );

    [Fact]
    public void A_rotation_without_hours_goes_on_over_the_weekend_and_keeps_its_turn_through_a_change()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];
        var rotation = new Rotation(zone, RotationUnit.Workday, 1, new(2026, 3, 26, 9, 0), ["ann", "ben", "cleo"]);
        rotation.At(Instant.FromUtc(2026, 3, 26, 7, 59)).ShouldBeNull();
        rotation.At(Instant.FromUtc(2026, 3, 26, 8, 0)).ShouldBe("ann");
        rotation.At(Instant.FromUtc(2026, 3, 29, 12, 0)).ShouldBe("ben");
        rotation.At(Instant.FromUtc(2026, 3, 30, 6, 59)).ShouldBe("ben");
        rotation.At(Instant.FromUtc(2026, 3, 30, 7, 0)).ShouldBe("cleo");
        var changed = Instant.FromUtc(2026, 3, 27, 9, 0);
        rotation.AtAfterChange(changed.Plus(Duration.FromHours(1)), changed, ["dan", "ben", "cleo"]).ShouldBe("ben");
        rotation.AtAfterChange(Instant.FromUtc(2026, 3, 30, 7, 0), changed, ["ben", "dan"]).ShouldBe("dan");
    }

    private static bool Never(Holding? now, IReadOnlyList<Holding> all, Instant instant) =>
        now is null ? !all.Any(holding => holding.From > instant) : now.To == Instant.MaxValue;

    private static Instant Utc(int minute) => First.AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(minute);
}
