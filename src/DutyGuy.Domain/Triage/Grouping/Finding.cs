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
