namespace DutyGuy.Domain;

/// <summary>
/// One exception of a chain; in a group of several, `Id` is its number and `Parent` that of the one that holds it. WasHandled:
/// the outer one came while it was handled, and nobody said that it is the cause (`__context__` of Python). IsMadeUp: nothing was raised, the SDK took the stack itself where something was told.
/// </summary>
public sealed record RaisedException(
    string? Type,
    string? Value,
    IReadOnlyList<Frame> Frames,
    int? Id = null,
    int? Parent = null,
    bool WasHandled = false,
    bool IsMadeUp = false
);
