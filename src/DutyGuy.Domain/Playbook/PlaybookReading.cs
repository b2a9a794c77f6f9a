namespace DutyGuy.Domain;

/// <summary>What reading a folder gave: a playbook, or every problem in it.</summary>
public sealed record PlaybookReading(Playbook? Playbook, IReadOnlyList<PlaybookProblem> Problems);

/// <summary>One thing that the playbook says wrongly; line and column count from 1.</summary>
public sealed record PlaybookProblem(string File, int Line, int Column, string Message, string? Suggestion = null)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"Line {Line} of {File[(File.LastIndexOf('/') + 1)..]}: {Message}."
        + (Suggestion is null ? "" : $" Did you mean “{Suggestion}”?");
}
