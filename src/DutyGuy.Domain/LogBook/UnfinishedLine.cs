namespace DutyGuy.Domain;

/// <summary>One thing that was on the board when a holding ended: the hand-over.</summary>
/// <param name="Kind">Id of the rule that asked for it.</param>
/// <param name="Environment">Environment of the error; null when it is about none.</param>
/// <param name="Title">Verb and thing, as the board said it.</param>
public sealed record UnfinishedLine(string Kind, string? Environment, string Title)
{
    /// <summary>The line in plain words.</summary>
    public override string ToString() => Environment is null ? Title : $"{Title} ({Environment})";
}
