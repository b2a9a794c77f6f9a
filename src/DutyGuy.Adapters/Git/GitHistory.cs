using System.Globalization;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Git;

/// <summary>What a copy tells about commits, files and authors; names and mails go through its mail map.</summary>
public static class GitHistory
{
    /// <summary>Commits that are in <paramref name="to"/> and not in <paramref name="from"/>, newest first.</summary>
    /// <param name="withFiles">Also the paths that each differs in from its first parent.</param>
    /// <param name="firstParent">Only the line itself, without what merges brought in.</param>
    public static async Task<IReadOnlyList<SourceCommit>> CommitsAsync(
        this GitMirror mirror,
        string? from,
        string to,
        int limit,
        bool withFiles = false,
        bool firstParent = false,
        CancellationToken cancel = default
    )
    {
        string[] line = firstParent ? ["--first-parent"] : [];
        string[] files = withFiles ? ["--name-only", "--no-renames", "--diff-merges=first-parent"] : [];
        string[] without = from is null ? [] : ["^" + GitMirror.Checked(from)];
        var output = await mirror.GitAsync(
            [
                "log",
                "-z",
                Limit(limit),
                $"--format={GitRecords.CommitFormat}",
                .. files,
                .. line,
                GitMirror.Checked(to),
                .. without,
                "--",
            ],
            cancel
        );
        return GitRecords.Commits(output, withFiles);
    }

    /// <summary>How many commits of the line of <paramref name="to"/> are not in <paramref name="from"/>.</summary>
    public static async Task<int> DistanceAsync(
        this GitMirror mirror,
        string from,
        string to,
        CancellationToken cancel = default
    )
    {
        string[] count = ["rev-list", "--count", "--first-parent", GitMirror.Checked(to)];
        return int.Parse(
            await mirror.GitAsync([.. count, "^" + GitMirror.Checked(from), "--"], cancel),
            NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>The line of main: full hashes, newest first, without what merges brought in.</summary>
    public static async Task<IReadOnlyList<string>> FirstParentOrderAsync(
        this GitMirror mirror,
        string to,
        int limit,
        CancellationToken cancel = default
    ) =>
        (
            await mirror.GitAsync(["rev-list", "--first-parent", Limit(limit), GitMirror.Checked(to), "--"], cancel)
        ).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Paths that differ between two commits; a renamed file appears under both names.</summary>
    public static async Task<IReadOnlyList<string>> ChangedFilesAsync(
        this GitMirror mirror,
        string from,
        string to,
        CancellationToken cancel = default
    ) =>
        Parts(
            await mirror.GitAsync(
                ["diff", "-z", "--name-only", "--no-renames", GitMirror.Checked(from), GitMirror.Checked(to), "--"],
                cancel
            )
        );

    /// <summary>Everybody who wrote a commit of a branch, who wrote most comes first.</summary>
    public static async Task<IReadOnlyList<SourceAuthor>> AuthorsAsync(
        this GitMirror mirror,
        string rev = "HEAD",
        CancellationToken cancel = default
    ) =>
        GitRecords.Authors(
            await mirror.GitAsync(
                ["log", "-z", $"--format={GitRecords.ChangeFormat}", GitMirror.Checked(rev), "--"],
                cancel
            )
        );

    private static string Limit(int limit) =>
        string.Create(CultureInfo.InvariantCulture, $"--max-count={Math.Max(0, limit)}");

    private static string[] Parts(string output) => output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
