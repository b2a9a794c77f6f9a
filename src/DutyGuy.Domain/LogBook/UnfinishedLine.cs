namespace DutyGuy.Domain;

/// <summary>One thing that was on the board when a holding ended: the hand-over.</summary>
/// <param name="Kind">Id of the rule that asked for it.</param>
/// <param name="Environment">Environment of the error; null when it is about none.</param>
/// <param name="Title">Verb and thing, as the board said it.</param>
public sealed record UnfinishedLine(string Kind, string? Environment, string Title)
{
    const string NotAnswered = "Not answered: ";

    /// <summary>What a line of the board leaves; of a checklist that is done but for a question only the question.</summary>
    public static UnfinishedLine Of(BoardLine line) =>
        new(line.Rule, line.Environment, line.Question is { } question ? NotAnswered + question : line.Title);

    /// <summary>The line with what is the matter with it.</summary>
    public string Said => Title.StartsWith(NotAnswered, StringComparison.Ordinal) ? Title : $"Not finished: {this}";

    /// <summary>The line in plain words.</summary>
    public override string ToString() => Environment is null ? Title : $"{Title} ({Environment})";
}
