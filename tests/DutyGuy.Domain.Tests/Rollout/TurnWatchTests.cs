using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

public class TurnWatchTests
{
    static DutyFacts At(Instant now, params Rollout[] rollouts) => Known.Duty(now) with { Rollouts = rollouts };

    [Fact]
    public void A_turn_with_a_watch_open_lasts_until_the_watch_ends()
    {
        var watched = Known.Rollout(Known.At(17, 50), RolloutStatus.Watching) with
        {
            SwitchedAt = Known.At(17, 55),
            WatchUntil = Known.At(18, 10),
        };
        At(Known.At(18, 9), watched).OnDuty.Person.ShouldBe("ann");
        At(Known.At(18, 10), watched).OnDuty.Person.ShouldBeNull();
        At(Known.At(18, 6), watched with { Status = RolloutStatus.RolledBack, EndedAt = Known.At(18, 5) })
            .OnDuty.Person.ShouldBeNull();
    }

    [Fact]
    public void A_deploy_under_way_keeps_the_turn_open() =>
        At(Known.At(18, 3), Known.Rollout(Known.At(17, 58), RolloutStatus.Deploying)).OnDuty.Person.ShouldBe("ann");

    [Fact]
    public void A_rollout_at_night_makes_the_turn_of_the_day_no_longer()
    {
        var night = Known.Rollout(Known.At(22), RolloutStatus.Watching) with
        {
            SwitchedAt = Known.At(22, 1),
            WatchUntil = Known.At(22, 16),
        };
        At(Known.At(20), night).OnDuty.Person.ShouldBeNull();
    }

    [Fact]
    public void What_is_settled_the_next_morning_kept_nobody_there_for_the_night()
    {
        var settled = Known.Rollout(Known.At(17, 58), RolloutStatus.Watching) with
        {
            SwitchedAt = Known.At(8, day: 1),
            WatchUntil = Known.At(8, 15, day: 1),
        };
        At(Known.At(8, 5, day: 1), settled).OnDuty.Person.ShouldBeNull();
    }

    [Fact]
    public void A_roll_back_on_another_day_changes_nothing_of_the_turn()
    {
        var back = Known.Rollout(Known.At(17, 50), RolloutStatus.RolledBack) with
        {
            SwitchedAt = Known.At(17, 55),
            WatchUntil = Known.At(18, 10),
            EndedAt = Known.At(8, day: 1),
        };
        At(Known.At(18, 11), back).OnDuty.Person.ShouldBeNull();
    }
}
