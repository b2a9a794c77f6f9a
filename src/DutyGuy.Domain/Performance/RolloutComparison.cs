using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Endpoints before and after a rollout, worst first.</summary>
/// <param name="RolloutId">The rollout.</param>
/// <param name="Before">The window before, begin and end.</param>
/// <param name="After">The window after, begin and end.</param>
/// <param name="Slower">The lines of endpoints that got worse.</param>
/// <param name="Seen">Endpoints that could be compared.</param>
/// <param name="Answer">The result as a sentence.</param>
public sealed record RolloutComparison(
    long RolloutId,
    Interval Before,
    Interval After,
    IReadOnlyList<EndpointVerdict> Slower,
    int Seen,
    string Answer
)
{
    /// <summary>What came of it.</summary>
    public Compared Found { get; init; } =
        Slower.Count > 0 ? Compared.SomeSlower
        : Seen > 0 ? Compared.NoneSlower
        : Compared.TooLittleData;
}

/// <summary>What a comparison came to.</summary>
public enum Compared
{
    /// <summary>No rollout since the last check.</summary>
    NothingNew,

    /// <summary>No endpoint had enough requests.</summary>
    TooLittleData,

    /// <summary>No endpoint that could be seen got worse.</summary>
    NoneSlower,

    /// <summary>Everything got slower at once: no endpoint stands out.</summary>
    AllSlower,

    /// <summary>Endpoints got worse.</summary>
    SomeSlower,
}
