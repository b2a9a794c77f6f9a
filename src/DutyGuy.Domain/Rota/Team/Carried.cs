namespace DutyGuy.Domain;

/// <summary>Turns of somebody who serves other duties too: in this one, and in the others.</summary>
public sealed record Carried(string Person, int Here, int Elsewhere);
