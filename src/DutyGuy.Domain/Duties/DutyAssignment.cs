namespace DutyGuy.Domain;

/// <summary>Which duty looks after a repository or a project: who names it, else the first duty by name.</summary>
public static class DutyAssignment
{
    /// <summary>The duty that keeps this repository's main green.</summary>
    public static Duty? OfRepository(IReadOnlyList<Duty> duties, string repository) =>
        duties.FirstOrDefault(d => d.Repositories?.Contains(repository, StringComparer.Ordinal) == true)
        ?? First(duties);

    /// <summary>The duty that looks after this project's errors, timings and rollouts.</summary>
    public static Duty? OfProject(IReadOnlyList<Duty> duties, string project) =>
        duties.FirstOrDefault(d => d.Projects?.Contains(project, StringComparer.Ordinal) == true) ?? First(duties);

    /// <summary>The duty that takes what nobody names: the first by name.</summary>
    public static Duty? First(IReadOnlyList<Duty> duties) =>
        duties.MinBy(d => d.Name, StringComparer.OrdinalIgnoreCase);
}
