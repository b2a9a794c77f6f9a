using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

/// <summary>S96: figures of another release take "production serves" back, until they agree or somebody looked.</summary>
public class ContradictionTests
{
    static readonly Rollout Serves = Known.Rollout(Known.At(16), RolloutStatus.Watching) with
    {
        SwitchedAt = Known.At(16, 1),
        WatchUntil = Known.At(16, 16),
    };

    static DutyFacts Facts(Rollout rollout, Tri agree, int minute = 6) =>
        Known.Duty(Known.At(16, minute)) with
        {
            Rollouts = [rollout],
            Watch = WatchState.None with { Rollout = 1, Release = new(agree, agree == Tri.No ? "4f3a2b1" : null) },
        };

    static Rollout? After(DutyFacts facts) => DutyPass.Decide(facts).Rows.OfType<Rollout>().SingleOrDefault();

    [Fact]
    public void Figures_of_another_release_take_the_word_back()
    {
        var taken = After(Facts(Serves, Tri.No))!;
        (taken.Status, taken.Contradicted).ShouldBe((RolloutStatus.Unknown, "4f3a2b1"));
        After(Facts(taken, Tri.No)).ShouldBeNull("once");
        After(Facts(taken, Tri.CannotTell)).ShouldBeNull("silence does not agree");
        After(Facts(taken, Tri.No, minute: 40)).ShouldBeNull("its watch does not end without a finding");
    }

    [Fact]
    public void When_they_agree_it_serves_and_the_watch_begins_anew()
    {
        var taken = After(Facts(Serves, Tri.No))!;
        var agreed = After(Facts(taken, Tri.Yes, minute: 30))!;
        (agreed.Status, agreed.Contradicted).ShouldBe((RolloutStatus.Watching, null));
        (agreed.WatchFrom, agreed.WatchUntil).ShouldBe((Known.At(16, 30), Known.At(16, 45)));
    }

    [Fact]
    public void Who_looked_settles_it_and_what_never_served_uses_up_no_day()
    {
        var taken = After(Facts(Serves, Tri.No))!;
        var not = RolloutLife.Settled(taken, Known.At(16, 20), switched: false, Duration.FromMinutes(15));
        var failed = not.Rows.OfType<Rollout>().Single();
        (failed.Status, failed.Contradicted, failed.UsesUpTheDay).ShouldBe((RolloutStatus.Failed, null, false));
    }
}
