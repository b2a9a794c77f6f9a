namespace DutyGuy.Domain;

/// <summary>
/// Which duty looks after a repository or a project: while there is one duty that one, else the one that names it, else
/// nobody. Names, ages and order of the duties decide nothing.
/// </summary>
public static class DutyAssignment
{
    /// <summary>The duty that keeps this repository's main green; null: nobody.</summary>
    public static Duty? OfRepository(IReadOnlyList<Duty> duties, string repository) =>
        Of(duties, KnownKind.Repository, repository);

    /// <summary>The duty that looks after this project's errors, timings and rollouts; null: nobody.</summary>
    public static Duty? OfProject(IReadOnlyList<Duty> duties, string project) => Of(duties, KnownKind.Project, project);

    /// <summary>The duty that looks after one of either kind; null: nobody.</summary>
    public static Duty? Of(IReadOnlyList<Duty> duties, KnownKind kind, string name) =>
        Standing(duties) is [var only]
            ? only
            : duties.FirstOrDefault(d =>
                d.EndedAt is null && Named(d, kind)?.Contains(name, StringComparer.Ordinal) == true
            );

    /// <summary>Those that were not ended, the eldest first: the order for every choice among duties.</summary>
    public static IReadOnlyList<Duty> Standing(IReadOnlyList<Duty> duties) =>
        [.. duties.Where(d => d.EndedAt is null).OrderBy(d => d.CreatedAt).ThenBy(d => d.Id, StringComparer.Ordinal)];

    /// <summary>What a duty names of a kind; null: it never had to name anything.</summary>
    internal static IReadOnlyList<string>? Named(Duty duty, KnownKind kind) =>
        kind == KnownKind.Repository ? duty.Repositories : duty.Projects;
}
