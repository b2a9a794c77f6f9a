using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One line that a deploy command printed.</summary>
public sealed record RolloutOutput
{
    /// <summary>Order of the lines.</summary>
    public long Id { get; init; }

    /// <summary>The rollout.</summary>
    public required long RolloutId { get; init; }

    /// <summary>When it was printed.</summary>
    public required Instant At { get; init; }

    /// <summary>The line.</summary>
    public required string Text { get; init; }
}
