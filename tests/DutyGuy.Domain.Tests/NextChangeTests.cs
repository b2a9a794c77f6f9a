using CsCheck;
using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests;

public class NextChangeTests
{
    private static readonly Playbook Wide = Shipped.WithRules(
        """
        ## A {#a}
        - for each: open error in staging where age <= 30 hours
        - do: poke
        ## B {#b}
        - for each: open error in production
        - if: age = 2 days or time > 02:15 and not time > 02:45
          - do: poke
        - else:
          - do: assign
        ## C {#c}
        - if: count of (open error in production where age > 2 days) >= 1 or time = 16:00
        - do: checklist rollout
        """
    );

    private static Situation At(string zoneId, LocalDateTime local, params ErrorInSituation[] errors)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        return new()
        {
            Now = local.InZoneLeniently(zone).ToInstant(),
            Zone = zone,
            Main = MainColour.Passing,
            Errors = errors,
        };
    }

    private static LocalDateTime Next(Situation at) =>
        DutyLoop.NextChange(Shipped.Engineering, at)!.Value.InZone(at.Zone).LocalDateTime;

    [Fact]
    public void Nothing_changes_before_the_named_instant() =>
        Gen.Select(Situations.All, Pick.Of(Wide, Shipped.Engineering), Gen.Double[0, 1])
            .Sample(
                (situation, playbook, part) =>
                {
                    var end = DutyLoop.NextChange(playbook, situation) ?? situation.Now + Duration.FromDays(30);
                    var just = situation with { Now = end - Duration.Epsilon };
                    var between = situation with { Now = situation.Now + (just.Now - situation.Now) * part };
                    var now = ArticleLoop.Of(playbook, situation).ToList();
                    ArticleLoop.Of(playbook, between).ShouldBe(now);
                    ArticleLoop.Of(playbook, just).ShouldBe(now);
                },
                iter: 5_000
            );

    [Fact]
    public void An_error_that_turns_two_days_old_comes_before_four_o_clock()
    {
        var at = At("Europe/Paris", new(2026, 7, 15, 9, 0));
        var created = at.Now - Duration.FromHours(47);
        Next(at with { Errors = [new("e", "staging", ErrorStatus.Open, created)] })
            .ShouldBe(new LocalDateTime(2026, 7, 15, 10, 0));
    }

    [Fact]
    public void A_closed_error_or_one_of_production_does_not_count()
    {
        var at = At("Europe/Paris", new(2026, 7, 15, 9, 0));
        var created = at.Now - Duration.FromHours(47);
        Next(
                at with
                {
                    Errors =
                    [
                        new("e", "staging", ErrorStatus.Resolved, created),
                        new("f", "production", ErrorStatus.Open, created),
                    ],
                }
            )
            .ShouldBe(new LocalDateTime(2026, 7, 15, 16, 0));
    }

    [Fact]
    public void At_four_o_clock_the_next_change_is_later()
    {
        var at = At("Europe/Paris", new(2026, 7, 15, 16, 0));
        DutyLoop.NextChange(Shipped.Engineering, at)!.Value.ShouldBeGreaterThan(at.Now);
        var evening = At("Europe/Paris", new(2026, 7, 15, 16, 1));
        Next(evening).ShouldBe(new LocalDateTime(2026, 7, 16, 0, 0));
    }

    [Fact]
    public void Off_duty_time_alone_changes_nothing() =>
        DutyLoop
            .NextChange(Shipped.Engineering, At("UTC", new(2026, 7, 15, 9, 0)) with { OnDuty = false })
            .ShouldBeNull();

    [Theory]
    [InlineData("Europe/Paris", 2026, 3, 29, 14)]
    [InlineData("Europe/Paris", 2026, 10, 25, 15)]
    [InlineData("America/New_York", 2026, 3, 8, 20)]
    [InlineData("America/New_York", 2026, 11, 1, 21)]
    public void Four_o_clock_is_on_the_clock_of_the_zone_when_clocks_change(string zone, int y, int m, int d, int utc)
    {
        var four = Instant.FromUtc(y, m, d, utc, 0);
        var before = At(zone, new(y, m, d, 9, 0));
        DutyLoop.NextChange(Shipped.Engineering, before).ShouldBe(four);
        ArticleLoop.Of(Shipped.Engineering, before with { Now = four - Duration.Epsilon }).ShouldNotContain(IsRollout);
        ArticleLoop.Of(Shipped.Engineering, before with { Now = four }).ShouldContain(IsRollout);
    }

    [Fact]
    public void A_time_that_does_not_exist_today_is_passed_when_the_clocks_change()
    {
        var playbook = Shipped.WithRules("## X {#x}\n- if: time >= 02:30\n- do: checklist rollout\n");
        var at = At("Europe/Paris", new(2026, 3, 29, 1, 30));
        var change = Instant.FromUtc(2026, 3, 29, 1, 0);
        DutyLoop.NextChange(playbook, at).ShouldBe(change);
        DutyLoop.Evaluate(playbook, at).ShouldBeEmpty();
        DutyLoop.Evaluate(playbook, at with { Now = change }).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_time_that_comes_twice_is_taken_back_when_the_clocks_change()
    {
        var playbook = Shipped.WithRules("## X {#x}\n- if: time >= 02:30\n- do: checklist rollout\n");
        var change = Instant.FromUtc(2026, 10, 25, 1, 0);
        var at = At("Europe/Paris", new(2026, 10, 25, 9, 0)) with { Now = change - Duration.FromMinutes(15) };
        DutyLoop.NextChange(playbook, at).ShouldBe(change);
        DutyLoop.Evaluate(playbook, at).ShouldHaveSingleItem();
        DutyLoop.Evaluate(playbook, at with { Now = change }).ShouldBeEmpty();
    }

    private static readonly System.Linq.Expressions.Expression<Func<string, bool>> IsRollout = said =>
        said.StartsWith("rollout", StringComparison.Ordinal);
}
