namespace DutyGuy.Adapters.Git;

/// <summary>Work trees of a copy: a commit checked out into a folder, for a program to run in.</summary>
public static class GitTrees
{
    /// <summary>Checks a commit out; the folder must not be there yet.</summary>
    public static Task AddTreeAsync(
        this GitMirror mirror,
        string folder,
        string commit,
        CancellationToken cancel = default
    ) =>
        mirror.GitAsync(
            ["worktree", "add", "--quiet", "--force", "--detach", Path.GetFullPath(folder), GitMirror.Checked(commit)],
            cancel
        );

    /// <summary>Removes a folder that <see cref="AddTreeAsync"/> made, with whatever was left in it.</summary>
    public static async Task RemoveTreeAsync(this GitMirror mirror, string folder, CancellationToken cancel = default)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        await mirror.GitAsync(["worktree", "prune"], cancel);
    }
}
