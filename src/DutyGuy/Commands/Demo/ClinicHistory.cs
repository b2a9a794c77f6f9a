using System.Text.Json;
using NodaTime;

namespace DutyGuy.Commands.Demo;

/// <summary>One commit of the Clinic; <paramref name="Author"/> in lower case is the handle of a team member.</summary>
public sealed record ClinicCommit(
    string Sha,
    string Author,
    string Address,
    string Title,
    Instant At,
    ClinicRole? Role
);

/// <summary>
/// The Clinic as a git repository, made from the patches of the sample (author: a person; committer: the forge). All commits are made at once in a workshop
/// beside the repository; the repository that the server watches has those that were pushed.
/// </summary>
public sealed class ClinicHistory
{
    private readonly string _repository;
    private readonly string _workshop;

    private ClinicHistory(string repository, IReadOnlyList<ClinicCommit> commits) =>
        (_repository, _workshop, Commits) = (repository, Workshop(repository), commits);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ClinicCommit> Commits { get; }

    public ClinicCommit this[ClinicRole role] => Commits.Single(commit => commit.Role == role);

    /// <summary>
    /// Makes the bare repository with the branch main at <paramref name="upTo"/>. The last day of the history is
    /// <paramref name="today"/>. Throws when the folder is there already or git fails.
    /// </summary>
    public static async Task<ClinicHistory> Create(
        string sampleDirectory,
        string targetRepository,
        LocalDate today,
        DateTimeZone zone,
        ClinicRole upTo = ClinicRole.Release1,
        CancellationToken cancellation = default
    )
    {
        if (Directory.Exists(targetRepository))
            throw new IOException($"{targetRepository} is there already.");
        var patches = ClinicCalendar.EndingOn(ClinicPatch.ReadAll(sampleDirectory), today, zone);
        var workshop = Workshop(targetRepository);
        await Init(workshop, bare: false, cancellation);
        string[] apply = ["am", "--quiet", "--committer-date-is-author-date"];
        await ClinicGit.Run(workshop, apply, cancellation, string.Concat(patches.Select(patch => patch.Text)));
        await Init(targetRepository, bare: true, cancellation);
        var commits = await Committed(workshop, patches, Roles(sampleDirectory), cancellation);
        var history = new ClinicHistory(targetRepository, commits);
        await history.Advance(upTo, cancellation);
        return history;
    }

    /// <summary>Pushes main on to the commit of this role, as a person would.</summary>
    public Task Advance(ClinicRole role, CancellationToken cancellation = default) => Advance(this[role], cancellation);

    /// <summary>Pushes main on to this commit. Throws when main is further already.</summary>
    public Task Advance(ClinicCommit commit, CancellationToken cancellation = default) =>
        ClinicGit.Run(_workshop, ["push", "--quiet", _repository, $"{commit.Sha}:refs/heads/main"], cancellation);

    /// <summary>Where all commits of a repository are, pushed or not.</summary>
    public static string Workshop(string repository) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(repository)) + "-workshop";

    private static Task Init(string folder, bool bare, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string[] kind = bare ? ["--bare"] : [];
        return ClinicGit.Run(folder, ["init", "--quiet", "--initial-branch=main", .. kind], cancellation);
    }

    private static async Task<IReadOnlyList<ClinicCommit>> Committed(
        string workshop,
        IReadOnlyList<ClinicPatch> patches,
        IReadOnlyDictionary<int, ClinicRole> roles,
        CancellationToken cancellation
    )
    {
        var shas = await ClinicGit.Run(workshop, ["rev-list", "--reverse", "main"], cancellation);
        return
        [
            .. shas.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Zip(patches)
                .Select(pair => Commit(pair.First, pair.Second, roles)),
        ];
    }

    private static ClinicCommit Commit(string sha, ClinicPatch patch, IReadOnlyDictionary<int, ClinicRole> roles) =>
        new(
            sha,
            patch.Author,
            patch.Address,
            patch.Title,
            patch.At.ToInstant(),
            roles.TryGetValue(patch.Number, out var role) ? role : null
        );

    private static Dictionary<int, ClinicRole> Roles(string sampleDirectory)
    {
        var text = File.ReadAllText(Path.Combine(sampleDirectory, "history", "roles.json"));
        var numbers = JsonSerializer.Deserialize<Dictionary<string, int>>(text)!;
        return numbers.ToDictionary(pair => pair.Value, pair => Enum.Parse<ClinicRole>(pair.Key, ignoreCase: true));
    }
}
