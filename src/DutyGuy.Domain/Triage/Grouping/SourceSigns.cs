namespace DutyGuy.Domain;

/// <summary>What the source text of a frame's line says; the text itself is not kept.</summary>
[Flags]
public enum SourceSigns
{
    /// <summary>The text was not told.</summary>
    None = 0,

    /// <summary>The text was told; what is not set below is not so.</summary>
    Known = 1,

    /// <summary>The line raises an error by itself (`throw`, `raise`, `panic`), it is not the runtime that does.</summary>
    Throws = 2,

    /// <summary>The line names an address of another system: a path (`"/cards/" + id`) or a statement of SQL.</summary>
    NamesAddress = 4,

    /// <summary>The function of the line is given an address (`get(path)`).</summary>
    TakesAddress = 8,

    /// <summary>The line tells an error to the SDK, or recovers from a panic (Go): where it was told, not where it happened.</summary>
    Reports = 16,

    /// <summary>The function's name is that of the source (a source map told it), not one that a stack made up.</summary>
    Named = 32,

    /// <summary>
    /// The line raises an error of its own in a function that takes whatever it is given (`present(value, what)`): all its
    /// parameters have names for anything.
    /// </summary>
    TakesAnything = 64,
}
