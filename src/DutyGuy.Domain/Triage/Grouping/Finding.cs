namespace DutyGuy.Domain;

/// <summary>Which frame of an event is at fault, and why that one.</summary>
/// <param name="Type">Short name of the exception's type.</param>
/// <param name="Fault">The frame; null when no frame of own code is told.</param>
/// <param name="Name">Where it is, by the names in the source.</param>
/// <param name="Rule">Why this frame.</param>
/// <param name="Raised">The exception of the chain that speaks.</param>
/// <param name="Own">Frames of own code, the one that raised first.</param>
/// <param name="At">Which of these is the fault.</param>
internal sealed record Finding(
    string Type,
    Frame? Fault,
    CodeName Name,
    FaultRule Rule,
    RaisedException? Raised,
    IReadOnlyList<(Frame Frame, CodeName Name)> Own,
    int At
);

/// <summary>Why a frame is the one at fault.</summary>
public enum FaultRule
{
    /// <summary>No stack: the words alone.</summary>
    Words,

    /// <summary>The application said itself what belongs together.</summary>
    Told,

    /// <summary>No frame of own code: where the library broke, and the words.</summary>
    Library,

    /// <summary>The innermost frame of own code.</summary>
    Innermost,

    /// <summary>Whoever called a function that refused what it was handed.</summary>
    Caller,

    /// <summary>Whoever named the address that another system did not answer.</summary>
    Asker,

    /// <summary>The function that calls itself without end.</summary>
    Recursion,
}
