using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How patient the sender is.</summary>
/// <param name="FirstPause">Before the second attempt; each later pause is twice as long.</param>
/// <param name="LongestPause">No pause of our own is longer.</param>
/// <param name="GiveUpAfter">Since the message was made.</param>
/// <param name="PerTarget">Attempts to one target within a minute.</param>
public sealed record DeliveryRules(Duration FirstPause, Duration LongestPause, Duration GiveUpAfter, int PerTarget)
{
    /// <summary>10 seconds, 1 hour, 1 day, 30 a minute.</summary>
    public static DeliveryRules Default { get; } =
        new(Duration.FromSeconds(10), Duration.FromHours(1), Duration.FromDays(1), 30);
}

/// <summary>Decides when a message is tried, tried again and given up.</summary>
public static class Delivery
{
    /// <summary>The messages to try now, oldest first, no target more often than the rules allow.</summary>
    /// <param name="triedLastMinute">Attempts of the last minute by target; a target not named had none.</param>
    public static IReadOnlyList<OutboxMessage> Due(
        IEnumerable<OutboxMessage> messages,
        IReadOnlyDictionary<string, int> triedLastMinute,
        Instant now,
        DeliveryRules rules
    ) =>
        [
            .. messages
                .Where(message => message.State == OutboxState.Waiting && message.NextAttemptAt <= now)
                .GroupBy(message => message.To, StringComparer.Ordinal)
                .SelectMany(target =>
                    target
                        .OrderBy(message => message.NextAttemptAt)
                        .ThenBy(message => message.Id)
                        .Take(rules.PerTarget - triedLastMinute.GetValueOrDefault(target.Key))
                )
                .OrderBy(message => message.NextAttemptAt)
                .ThenBy(message => message.Id),
        ];

    /// <summary>The message after an attempt.</summary>
    /// <param name="jitter">0..1, random, so that many messages do not come back at the same instant.</param>
    public static OutboxMessage After(
        OutboxMessage message,
        SendOutcome outcome,
        Instant now,
        double jitter,
        DeliveryRules rules
    ) =>
        outcome switch
        {
            SendOutcome.Taken => Closed(message, OutboxState.Sent, now, error: null),
            SendOutcome.Refused refused => Closed(message, OutboxState.Failed, now, refused.Why),
            // The outcome of a deploy may be unknown: a person decides.
            SendOutcome.TryLater later when message.Kind == OutboxKind.Deploy => Closed(
                message,
                OutboxState.Failed,
                now,
                later.Why
            ),
            SendOutcome.TryLater later => Again(message, later, now, jitter, rules),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome of an attempt."),
        };

    /// <summary>The pause after the n-th failed attempt (n from 1), between half and all of its step.</summary>
    public static Duration Pause(int attempt, double jitter, DeliveryRules rules)
    {
        var step = Math.Min(
            rules.LongestPause.TotalSeconds,
            rules.FirstPause.TotalSeconds * Math.Pow(2, Math.Max(0, attempt - 1))
        );
        return Duration.FromSeconds(step * (0.5 + (0.5 * Math.Clamp(jitter, 0, 1))));
    }

    private static OutboxMessage Again(
        OutboxMessage message,
        SendOutcome.TryLater later,
        Instant now,
        double jitter,
        DeliveryRules rules
    )
    {
        var pause = Pause(message.Attempts.Count + 1, jitter, rules);
        var next = now + (later.After is { } wish ? Duration.Max(pause, wish) : pause);
        return next - message.CreatedAt > rules.GiveUpAfter
            ? Closed(message, OutboxState.Failed, now, later.Why)
            : Tried(message, now, later.Why) with
            {
                NextAttemptAt = next,
            };
    }

    private static OutboxMessage Closed(OutboxMessage message, OutboxState state, Instant now, string? error) =>
        Tried(message, now, error) with
        {
            State = state,
        };

    private static OutboxMessage Tried(OutboxMessage message, Instant now, string? error) =>
        message with
        {
            Attempts = [.. message.Attempts, new DeliveryAttempt(now, error)],
        };
}
