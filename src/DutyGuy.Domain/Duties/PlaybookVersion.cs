using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One published text of a playbook; every version is kept.</summary>
public sealed record PlaybookVersion
{
    /// <summary>The duty it belongs to.</summary>
    public required string Duty { get; init; }

    /// <summary>1, 2, 3 ...</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the files.</summary>
    public required string Hash { get; init; }

    /// <summary>Who published it.</summary>
    public required string Author { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was published.</summary>
    public required Instant At { get; init; }

    /// <summary>From when it counts: the next turn, or at once for a roll back.</summary>
    public required Instant InForceFrom { get; init; }

    /// <summary>The version whose text this one brings back.</summary>
    public int? RollsBackTo { get; init; }

    /// <summary>The texts by file name.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
