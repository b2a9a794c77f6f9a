using System.Text.RegularExpressions;

namespace DutyGuy.Adapters.Git;

/// <summary>
/// A bare copy of a repository that only we write. Every failure is a <see cref="GitException"/>;
/// a revision that is not there is null.
/// </summary>
public sealed partial class GitMirror : IDisposable
{
    private readonly string _folder;
    private readonly string _url;
    private readonly string _main;
    private readonly TimeSpan _timeout;
    private readonly SemaphoreSlim _oneFetch = new(1, 1);

    /// <param name="folder">Where the copy is, or will be made by the first fetch.</param>
    /// <param name="url">https, ssh or a full path (see <see cref="GitUrl"/>).</param>
    /// <param name="main">The branch whose mail map counts and that is meant when no branch is named.</param>
    /// <exception cref="GitException">The address or the branch is not one.</exception>
    public GitMirror(string folder, string url, string main = "main", TimeSpan? timeout = null)
    {
        if (GitUrl.Refusal(url) is { } refusal)
            throw new GitException(refusal);
        (_folder, _url, _main) = (Path.GetFullPath(folder), url, Checked(main));
        _timeout = timeout ?? TimeSpan.FromMinutes(5);
    }

    /// <summary>Brings the copy up to date: all branches and tags; what was deleted there is deleted here.</summary>
    public async Task FetchAsync(CancellationToken cancel = default)
    {
        await _oneFetch.WaitAsync(cancel);
        try
        {
            Directory.CreateDirectory(_folder);
            if (!File.Exists(Path.Combine(_folder, "HEAD")))
                await GitAsync(["init", "--quiet", "--bare", _folder], cancel);
            await GitAsync(["symbolic-ref", "HEAD", $"refs/heads/{_main}"], cancel);
            string[] all = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];
            await GitAsync(
                ["fetch", "--quiet", "--prune", "--no-tags", "--no-write-fetch-head", "--", _url, .. all],
                cancel
            );
        }
        finally
        {
            _oneFetch.Release();
        }
    }

    /// <summary>The full hash of a branch's newest commit; null when there is no such branch.</summary>
    public Task<string?> HeadOfAsync(string branch, CancellationToken cancel = default) =>
        ResolveAsync($"refs/heads/{branch}", cancel);

    /// <summary>The full hash of the commit that a branch, tag or short hash names; null when there is none.</summary>
    public async Task<string?> ResolveAsync(string rev, CancellationToken cancel = default)
    {
        var result = await TryAsync(["rev-parse", "--verify", "--quiet", $"{Checked(rev)}^{{commit}}"], cancel);
        return result.ExitCode == 0 ? result.Output.Trim() : null;
    }

    /// <summary>Whether the first commit is the second or one of its ancestors.</summary>
    public async Task<bool> IsAncestorAsync(string ancestor, string of, CancellationToken cancel = default)
    {
        var result = await TryAsync(["merge-base", "--is-ancestor", Checked(ancestor), Checked(of)], cancel);
        return result.ExitCode is 0 or 1 ? result.ExitCode == 0 : throw Failed(result);
    }

    public void Dispose() => _oneFetch.Dispose();

    internal async Task<string> GitAsync(IEnumerable<string> arguments, CancellationToken cancel)
    {
        var result = await TryAsync(arguments, cancel);
        return result.ExitCode == 0 ? result.Output : throw Failed(result);
    }

    // A revision is a name or a hash, with ~ and ^ at most: never an option, never a range.
    internal static string Checked(string rev) =>
        Revision.IsMatch(rev) && !rev.Contains("..", StringComparison.Ordinal)
            ? rev
            : throw new GitException($"\"{rev}\" is not the name of a branch, tag or commit.");

    private Task<GitResult> TryAsync(IEnumerable<string> arguments, CancellationToken cancel) =>
        Directory.Exists(_folder)
            ? GitCommand.RunAsync(_folder, arguments, _timeout, cancel)
            : throw new GitException(
                $"There is no copy of {GitUrl.WithoutSecret(_url)} at {_folder} yet: fetch it first."
            );

    private GitException Failed(GitResult result)
    {
        var said = result.Error.Replace(_url, GitUrl.WithoutSecret(_url), StringComparison.Ordinal);
        return new GitException($"{GitUrl.WithoutSecret(_url)}: {said} {GitHint.For(said)}".TrimEnd());
    }

    [GeneratedRegex(@"\A[\p{L}\p{N}_][\p{L}\p{N}_./+#@~^-]*\z", RegexOptions.None, 1000)]
    private static partial Regex Revision { get; }
}
