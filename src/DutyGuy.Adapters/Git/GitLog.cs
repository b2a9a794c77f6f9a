using System.Globalization;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Git;

/// <summary>Reads the whole log of a repository as git writes it: commits with the files that they changed.</summary>
public static class GitLog
{
    // One record: \x01, fields that end with NUL, then the changed files. No name, title or path can hold either byte.
    private const string Format = "%x01%H%x00%P%x00%aN%x00%aE%x00%cN%x00%cE%x00%ct%x00%s%x00%b%x00";
    private const int FirstBuffer = 1 << 20;

    /// <summary>The hash of what HEAD names.</summary>
    public static async Task<CommitId> HeadAsync(string folder, CancellationToken cancel = default)
    {
        var said = await GitCommand.RunAsync(folder, ["rev-parse", "HEAD"], TimeSpan.FromMinutes(1), cancel);
        return CommitId.Parse(said.Output) ?? throw new GitException($"{folder} has no commit: {said.Error}");
    }

    /// <summary>How many commits HEAD has.</summary>
    public static async Task<int> CountAsync(string folder, CancellationToken cancel = default)
    {
        string[] count = ["rev-list", "--count", "HEAD", "--"];
        var said = await GitCommand.RunAsync(folder, count, TimeSpan.FromMinutes(5), cancel);
        return int.TryParse(said.Output.Trim(), CultureInfo.InvariantCulture, out var commits)
            ? commits
            : throw new GitException($"git rev-list in {folder}: {said.Error}");
    }

    /// <summary>All commits of a head that another one has not, newest first.</summary>
    /// <param name="progress">Told how many were read.</param>
    public static async Task<IReadOnlyList<LoggedCommit>> ReadAsync(
        string folder,
        CommitId head,
        CommitId? since,
        CancellationToken cancel = default,
        Action<int>? progress = null
    )
    {
        string[] without = since is { } known ? [$"^{known}"] : [];
        string[] look = ["log", "--raw", "-z", "-c", "--no-renames", "--no-abbrev", $"--format={Format}"];
        using var process = GitCommand.Start(folder, [.. look, head.ToString(), .. without, "--"]);
        process.StandardInput.Close();
        var said = process.StandardError.ReadToEndAsync(cancel);
        var commits = await Read(process.StandardOutput.BaseStream, cancel, progress);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? commits : throw new GitException($"git log in {folder}: {await said}");
    }

    private static async Task<List<LoggedCommit>> Read(Stream stream, CancellationToken cancel, Action<int>? progress)
    {
        var (commits, reader) = (new List<LoggedCommit>(), new GitLogRecord());
        var (buffer, filled) = (new byte[FirstBuffer], 0);
        while (true)
        {
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancel);
            filled += read;
            var used = Records(buffer.AsSpan(0, filled), reader, commits, last: read == 0);
            progress?.Invoke(commits.Count);
            if (read == 0)
                return commits;
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
        }
    }

    private static int Records(ReadOnlySpan<byte> bytes, GitLogRecord reader, List<LoggedCommit> commits, bool last)
    {
        var used = 0;
        while (used < bytes.Length)
        {
            var length = bytes[(used + 1)..].IndexOf((byte)1);
            if (length < 0 && !last)
                break;
            var record = bytes.Slice(used + 1, length < 0 ? bytes.Length - used - 1 : length);
            if (reader.Read(record) is { } commit)
                commits.Add(commit);
            used += 1 + record.Length;
        }
        return used;
    }
}
