namespace DutyGuy.Domain;

/// <summary>Somebody who could look at an error, as found when it was ranked last.</summary>
public sealed record Suggestion
{
    /// <summary>The error.</summary>
    public required long ErrorId { get; init; }

    /// <summary>1 is the best.</summary>
    public required int Rank { get; init; }

    /// <summary>The person.</summary>
    public required string Person { get; init; }

    /// <summary>The probability, 0..1, of being the one who will mend it.</summary>
    public required double Score { get; init; }

    /// <summary>Why, in words.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
