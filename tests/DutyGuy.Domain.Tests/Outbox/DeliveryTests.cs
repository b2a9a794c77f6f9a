using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Outbox;

public class DeliveryTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 16, 0);
    private static readonly DeliveryRules Rules = DeliveryRules.Default;
    private static readonly Dictionary<string, int> Quiet = [];

    private static OutboxMessage Message(long id = 1, string to = "lea@x.example", OutboxKind kind = OutboxKind.Poke) =>
        new(id, kind, $"poke-{id}", to, "Have a look", Link: null, OutboxState.Waiting, Now, Now, []);

    private static OutboxMessage Fail(OutboxMessage message, Instant at, Duration? after = null) =>
        Delivery.After(message, new SendOutcome.TryLater("host down", after), at, jitter: 1, Rules);

    [Fact]
    public void A_message_that_was_taken_is_sent_and_never_due_again()
    {
        var sent = Delivery.After(Message(), new SendOutcome.Taken(), Now, jitter: 0, Rules);

        sent.State.ShouldBe(OutboxState.Sent);
        sent.Attempts.ShouldBe([new DeliveryAttempt(Now, Error: null)]);
        Delivery.Due([sent], Quiet, Now + Duration.FromDays(9), Rules).ShouldBeEmpty();
    }

    [Fact]
    public void Pauses_double_up_to_the_longest_one() =>
        Enumerable
            .Range(1, 11)
            .Select(attempt => Delivery.Pause(attempt, jitter: 1, Rules).TotalSeconds)
            .ShouldBe([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]);

    [Theory]
    [InlineData(-3, 5)]
    [InlineData(0, 5)]
    [InlineData(0.5, 7.5)]
    [InlineData(1, 10)]
    public void Jitter_spreads_a_pause_over_its_second_half(double jitter, double seconds) =>
        Delivery.Pause(1, jitter, Rules).TotalSeconds.ShouldBe(seconds);

    [Fact]
    public void A_failed_attempt_waits_for_its_pause()
    {
        var waiting = Fail(Message(), Now);

        waiting.State.ShouldBe(OutboxState.Waiting);
        waiting.Attempts.ShouldBe([new DeliveryAttempt(Now, "host down")]);
        Delivery.Due([waiting], Quiet, Now + Duration.FromSeconds(9), Rules).ShouldBeEmpty();
        Delivery.Due([waiting], Quiet, Now + Duration.FromSeconds(10), Rules).ShouldBe([waiting]);
    }

    [Fact]
    public void The_other_sides_wish_is_obeyed_when_it_is_longer_than_the_pause()
    {
        Fail(Message(), Now, Duration.FromMinutes(5)).NextAttemptAt.ShouldBe(Now + Duration.FromMinutes(5));
        Fail(Message(), Now, Duration.FromSeconds(1)).NextAttemptAt.ShouldBe(Now + Duration.FromSeconds(10));
    }

    [Fact]
    public void A_message_is_given_up_within_a_day_with_all_its_attempts_kept()
    {
        var message = Message();
        while (message.State == OutboxState.Waiting)
            message = Fail(message, message.NextAttemptAt);

        message.State.ShouldBe(OutboxState.Failed);
        message.Attempts.Count.ShouldBe(32);
        (message.Attempts[^1].At - Now).ShouldBeInRange(Duration.FromHours(22), Duration.FromDays(1));
    }

    [Fact]
    public void A_refused_message_fails_at_once()
    {
        var failed = Delivery.After(Message(), new SendOutcome.Refused("no such person"), Now, jitter: 0, Rules);

        failed.State.ShouldBe(OutboxState.Failed);
        failed.Attempts.Single().Error.ShouldBe("no such person");
    }

    [Fact]
    public void A_deploy_is_never_tried_again_by_itself() =>
        Fail(Message(kind: OutboxKind.Deploy), Now).State.ShouldBe(OutboxState.Failed);

    [Fact]
    public void A_target_gets_no_more_than_its_limit_and_holds_up_no_other()
    {
        var rules = Rules with { PerTarget = 3 };
        var messages = Enumerable.Range(1, 5).Select(id => Message(id)).Append(Message(9, "tom@x.example"));
        var tried = new Dictionary<string, int>(StringComparer.Ordinal) { ["lea@x.example"] = 1 };

        Delivery.Due(messages, tried, Now, rules).Select(message => message.Id).ShouldBe([1L, 2L, 9L]);
    }

    [Fact]
    public void The_oldest_message_goes_first() =>
        Delivery
            .Due(
                [Message(2), Message(3) with { NextAttemptAt = Now - Duration.FromSeconds(1) }, Message(1)],
                Quiet,
                Now,
                Rules
            )
            .Select(message => message.Id)
            .ShouldBe([3L, 1L, 2L]);
}
