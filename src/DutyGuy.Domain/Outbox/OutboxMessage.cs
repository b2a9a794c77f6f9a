using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What an effect does to the world.</summary>
public enum OutboxKind
{
    /// <summary>Tells who is on duty something.</summary>
    Notice,

    /// <summary>Asks a person to look at an error.</summary>
    Poke,

    /// <summary>Sets an assignee elsewhere.</summary>
    Assign,

    /// <summary>Files a ticket.</summary>
    Ticket,

    /// <summary>Deploys or rolls back; never tried again by itself.</summary>
    Deploy,

    /// <summary>Tells the team.</summary>
    Announce,

    /// <summary>Any other message to a person.</summary>
    Message,
}

/// <summary>How far a message is.</summary>
public enum OutboxState
{
    /// <summary>To be sent at its next attempt.</summary>
    Waiting,

    /// <summary>The other side took it.</summary>
    Sent,

    /// <summary>Given up; a person can see why and send it again.</summary>
    Failed,
}

/// <summary>One attempt of delivery; no error means that it was taken.</summary>
public sealed record DeliveryAttempt(Instant At, string? Error);

/// <summary>An effect on its way out, written in the same transaction as the state that caused it.</summary>
/// <param name="Key">Unique for ever; also the Message-ID or Idempotency-Key of every attempt.</param>
/// <param name="To">The target: an address or the name of a connection, never a secret.</param>
/// <param name="Link">The page in Duty Guy that the message speaks of.</param>
/// <param name="Attempts">Oldest first.</param>
public sealed record OutboxMessage(
    long Id,
    OutboxKind Kind,
    string Key,
    string To,
    string Text,
    string? Link,
    OutboxState State,
    Instant CreatedAt,
    Instant NextAttemptAt,
    IReadOnlyList<DeliveryAttempt> Attempts
);
