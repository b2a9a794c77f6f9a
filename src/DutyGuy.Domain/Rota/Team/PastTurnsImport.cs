namespace DutyGuy.Domain;

/// <summary>Turns of before the rota, and the lines that cannot be read.</summary>
public sealed record PastTurnsImport(IReadOnlyList<PastTurn> Turns, IReadOnlyList<WrongLine> Wrong);
