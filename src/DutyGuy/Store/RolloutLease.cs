namespace DutyGuy.Store;

/// <summary>
/// Beats while a node runs the command of a rollout. Another node that sees it stand still knows that the runner is gone;
/// no clock of one machine is compared with that of another.
/// </summary>
public sealed record RolloutLease
{
    /// <summary>The rollout.</summary>
    public required long RolloutId { get; init; }

    /// <summary>The process that runs its command.</summary>
    public required string Runner { get; init; }

    /// <summary>Grows while the process lives.</summary>
    public long Beat { get; init; }
}
