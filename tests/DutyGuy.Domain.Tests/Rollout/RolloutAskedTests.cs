using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

/// <summary>A deploy that only asks another system is followed by its words, which only go forward.</summary>
public class RolloutAskedTests
{
    static readonly Instant Now = Known.At(16, 5);
    static readonly Duration Watch = Duration.FromMinutes(15);
    static readonly Duration Patience = Duration.FromMinutes(10);

    /// <summary>The program that asks runs.</summary>
    static readonly Rollout Asking = Known.Rollout(Known.At(16), RolloutStatus.Deploying) with
    {
        EndIsTold = true,
        Runner = "this",
    };

    static Rollout Row(Decision decision) => decision.Rows.OfType<Rollout>().Single();

    static Outcome<Decision> Tell(Rollout rollout, RolloutProgress state, Instant? now = null) =>
        RolloutElsewhere.Tell(rollout, state, now ?? Now, Watch, Patience);

    static Rollout After(params RolloutProgress[] words) =>
        words.Aggregate(Row(RolloutAsked.Asked(Asking, Now, Patience)), (r, word) => Row(Tell(r, word).Value!));

    [Fact]
    public void That_the_program_ended_well_is_no_switch_over()
    {
        var asked = After();
        (asked.Status, asked.SwitchedAt, asked.WatchUntil).ShouldBe((RolloutStatus.Asked, null, null));
        asked.UsesUpTheDay.ShouldBeFalse();
        asked.IsRunning.ShouldBeTrue();
    }

    [Fact]
    public void It_is_followed_to_its_end()
    {
        After(RolloutProgress.Queued).Status.ShouldBe(RolloutStatus.Queued);
        After(RolloutProgress.Queued, RolloutProgress.WaitingForApproval)
            .Status.ShouldBe(RolloutStatus.WaitingForApproval);
        var runs = After(RolloutProgress.WaitingForApproval, RolloutProgress.Deploying);
        (runs.Status, runs.SwitchedAt).ShouldBe((RolloutStatus.Deploying, null));
        var serves = After(RolloutProgress.Queued, RolloutProgress.Switched);
        (serves.Status, serves.SwitchedAt, serves.WordUntil).ShouldBe((RolloutStatus.Watching, Now, null));
        After(RolloutProgress.Deploying, RolloutProgress.Failed).Status.ShouldBe(RolloutStatus.Failed);
    }

    [Fact]
    public void Words_only_go_forward_and_the_same_word_twice_changes_nothing()
    {
        var order = new[]
        {
            RolloutProgress.Queued,
            RolloutProgress.WaitingForApproval,
            RolloutProgress.Deploying,
            RolloutProgress.Switched,
        };
        foreach (var (at, word) in order.Index())
        {
            Tell(After(word), word).Value!.IsEmpty.ShouldBeTrue($"{word} twice");
            foreach (var earlier in order[..at])
                Tell(After(word), earlier).Refusal!.Kind.ShouldBe(RefusalKind.Conflict, $"{earlier} after {word}");
        }
        Tell(After(RolloutProgress.Switched), RolloutProgress.Failed).Refusal.ShouldNotBeNull();
        Tell(After(RolloutProgress.Failed), RolloutProgress.Switched).Refusal.ShouldNotBeNull();
        var back = After(RolloutProgress.Switched, RolloutProgress.RolledBack);
        Tell(back, RolloutProgress.Switched).Refusal.ShouldNotBeNull();
        Tell(back, RolloutProgress.RolledBack).Value!.IsEmpty.ShouldBeTrue();
        Tell(After(), RolloutProgress.RolledBack).Refusal.ShouldNotBeNull("it does not serve");
    }

    [Fact]
    public void A_word_that_comes_before_the_program_ends_stays()
    {
        var early = Row(Tell(Asking, RolloutProgress.Queued).Value!);
        (early.Status, early.Runner, early.WordUntil).ShouldBe((RolloutStatus.Queued, "this", null));
        var asked = Row(RolloutAsked.Asked(early, Now, Patience));
        (asked.Status, asked.Runner, asked.WordUntil).ShouldBe((RolloutStatus.Queued, null, Now + Patience));
    }

    [Fact]
    public void No_word_in_time_cannot_be_told_and_a_later_word_still_counts()
    {
        var asked = After(RolloutProgress.Queued);
        RolloutAsked.Overdue([asked], Now + Patience - Duration.Epsilon).IsEmpty.ShouldBeTrue();
        var unknown = Row(RolloutAsked.Overdue([asked], Now + Patience));
        (unknown.Status, unknown.SwitchedAt, unknown.WordUntil).ShouldBe((RolloutStatus.Unknown, null, null));
        Row(Tell(unknown, RolloutProgress.Switched).Value!).Status.ShouldBe(RolloutStatus.Watching);
        var later = Row(Tell(asked, RolloutProgress.Deploying, Now + Duration.FromMinutes(9)).Value!);
        RolloutAsked.Overdue([later], Now + Duration.FromMinutes(18)).IsEmpty.ShouldBeTrue("each word is waited on");
    }

    [Fact]
    public void The_way_back_is_followed_alike()
    {
        var back = After(RolloutProgress.Switched) with
        {
            Status = RolloutStatus.RollingBack,
            RolledBackBy = "ann",
            Runner = "this",
        };
        var asked = Row(RolloutAsked.Asked(back, Now, Patience));
        (asked.Status, asked.WordUntil).ShouldBe((RolloutStatus.RollingBack, Now + Patience));
        Row(Tell(asked, RolloutProgress.RolledBack).Value!).Status.ShouldBe(RolloutStatus.RolledBack);
        Row(Tell(asked, RolloutProgress.Failed).Value!).Status.ShouldBe(RolloutStatus.Unknown);
        Row(RolloutAsked.Overdue([asked], Now + Patience)).Status.ShouldBe(RolloutStatus.Unknown);
        Tell(asked, RolloutProgress.Deploying).Value!.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_program_of_ours_tells_its_end_itself() =>
        Tell(Asking with { EndIsTold = false }, RolloutProgress.Switched).Refusal.ShouldNotBeNull();
}
