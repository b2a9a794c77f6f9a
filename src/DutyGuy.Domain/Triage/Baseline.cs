using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What a project had open when it was connected: declared once by a person, folded into one line that only shrinks.</summary>
public static class Baseline
{
    /// <summary>Whether an error would be folded: it is open and nobody looks after it. What has an owner goes on as it is.</summary>
    public static bool Concerns(TrackedError error) =>
        error is { Status: ErrorStatus.Open, Assignee: null, Baseline: false };

    /// <summary>From here on these errors are the baseline; declared again with nothing new it does nothing.</summary>
    /// <param name="project">Whose errors.</param>
    /// <param name="errors">Errors of the project.</param>
    /// <param name="by">Handle or token of who declares it, and the name.</param>
    /// <param name="duty">The duty that looks after the project.</param>
    /// <param name="now">The moment.</param>
    public static Decision Declare(
        Project project,
        IReadOnlyList<TrackedError> errors,
        (string Source, string Name) by,
        string? duty,
        Instant now
    )
    {
        var folded = errors.Where(Concerns).Select(e => e with { Baseline = true }).ToList();
        if (folded.Count == 0)
            return Decision.None;
        var fact = new Fact
        {
            At = now,
            Kind = FactKind.BaselineDeclared,
            Source = by.Source,
            Duty = duty,
            Subject = $"project:{project.Id}",
            Text =
                $"{by.Name} declared what {project.Name} has open the baseline: {folded.Count:N0} {(folded.Count == 1 ? "error" : "errors")} from before.",
        };
        return new() { Rows = [.. folded], Facts = [fact] };
    }
}
