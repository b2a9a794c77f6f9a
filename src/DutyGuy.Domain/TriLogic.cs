namespace DutyGuy.Domain;

/// <summary>Kleene's three-valued logic: cannot tell stays cannot tell unless the other side decides.</summary>
public static class TriLogic
{
    /// <summary>Yes for true, no for false.</summary>
    public static Tri ToTri(this bool value) => value ? Tri.Yes : Tri.No;

    /// <summary>No becomes yes and yes no.</summary>
    public static Tri Not(this Tri value) =>
        value switch
        {
            Tri.Yes => Tri.No,
            Tri.No => Tri.Yes,
            _ => Tri.CannotTell,
        };

    /// <summary>No if one is no; yes if both are yes.</summary>
    public static Tri And(this Tri left, Tri right) =>
        (left, right) switch
        {
            (Tri.No, _) or (_, Tri.No) => Tri.No,
            (Tri.Yes, Tri.Yes) => Tri.Yes,
            _ => Tri.CannotTell,
        };

    /// <summary>Yes if one is yes; no if both are no.</summary>
    public static Tri Or(this Tri left, Tri right) => left.Not().And(right.Not()).Not();
}
