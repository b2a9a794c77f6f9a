namespace DutyGuy.Domain;

/// <summary>A fact is yes, no, or cannot tell; cannot tell never counts as green and never starts an effect.</summary>
public enum Tri
{
    /// <summary>It is not so.</summary>
    No,

    /// <summary>It is so.</summary>
    Yes,

    /// <summary>The source cannot be read, or what it said is too old.</summary>
    CannotTell,
}
