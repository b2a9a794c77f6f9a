namespace DutyGuy.Domain;

/// <summary>What a rollout changes: one answer for page, notice, API and command line.</summary>
public static class RolloutChanges
{
    /// <summary>Commits of main between what ran and what ships, newest first; null when one of them is not known.</summary>
    public static IReadOnlyList<MainCommit>? Between(IReadOnlyList<MainCommit> line, string? ran, MainCommit? ships)
    {
        if (
            ships is null
            || MainCommit.Named(ran, [.. line.Where(c => c.Repository == ships.Repository)]) is not { } from
        )
            return null;
        return
        [
            .. line.Where(c =>
                c.Repository == ships.Repository && c.Ordinal <= ships.Ordinal && c.Ordinal > from.Ordinal
            ),
        ];
    }

    /// <summary>9 changes, or that they are not known: that is not nothing.</summary>
    public static string Said(IReadOnlyList<MainCommit>? changes) =>
        changes switch
        {
            null => "changes not known",
            { Count: 1 } => "1 change",
            _ => $"{changes.Count} changes",
        };
}
