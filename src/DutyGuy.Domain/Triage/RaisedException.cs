namespace DutyGuy.Domain;

/// <summary>One exception of a chain; in a group of several, `Id` is its number and `Parent` that of the one that holds it.</summary>
public sealed record RaisedException(
    string? Type,
    string? Value,
    IReadOnlyList<Frame> Frames,
    int? Id = null,
    int? Parent = null
);
