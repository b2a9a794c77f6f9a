namespace DutyGuy.Web.Components;

/// <summary>The shapes of states; each goes with a word (see the look: shape, word, colour).</summary>
public enum MarkKind
{
    /// <summary>Disc: green, pass, signed, as before.</summary>
    Ok,

    /// <summary>Square: red, shut, slower.</summary>
    Bad,

    /// <summary>Triangle: waits for a person.</summary>
    Warn,

    /// <summary>Half disc: poked, taken, running.</summary>
    Run,

    /// <summary>Two bars: waits, draft.</summary>
    Held,

    /// <summary>Dash: no clear change.</summary>
    Flat,

    /// <summary>Hatched: cannot tell.</summary>
    Dunno,
}

/// <summary>Classes of the style sheet.</summary>
static class MarkClasses
{
    public static string Of(MarkKind kind) => "st " + kind.ToString().ToLowerInvariant();
}
