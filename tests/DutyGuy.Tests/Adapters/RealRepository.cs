using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Shouldly;

namespace DutyGuy.Tests.Adapters;

/// <summary>A real git repository in a temporary folder; each commit is an hour after the one before.</summary>
public sealed class RealRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _commits;

    public RealRepository() => Git("init", "--quiet", "--initial-branch=main", ".");

    public string Path => _folder.Path;

    public static Instant TimeOf(int commit) => Instant.FromUtc(2026, 11, 2, 8, 0) + Duration.FromHours(commit);

    public void Write(string path, string text)
    {
        var file = _folder.In(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public string Commit(string author, string title)
    {
        Git("add", "--all");
        return Run(author, "commit", "--quiet", "--allow-empty", "-m", title);
    }

    public string Merge(string author, string branch) =>
        Run(author, "merge", "--quiet", "--no-ff", "-m", $"Merge {branch}", branch);

    public string Git(params string[] arguments) => Git("Nobody", arguments);

    private string Run(string author, params string[] arguments)
    {
        Git(author, arguments);
        _commits++;
        return Git("rev-parse", "HEAD");
    }

    private string Git(string author, string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var date = string.Create(CultureInfo.InvariantCulture, $"{TimeOf(_commits).ToUnixTimeSeconds()} +0100");
        foreach (var role in new[] { "AUTHOR", "COMMITTER" })
        {
            start.Environment[$"GIT_{role}_NAME"] = author;
            start.Environment[$"GIT_{role}_EMAIL"] = $"{author.ToLowerInvariant()}@clinic.example";
            start.Environment[$"GIT_{role}_DATE"] = date;
        }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"git {string.Join(' ', arguments)}: {process.StandardError.ReadToEnd()}");
        return output.Trim();
    }

    public void Dispose() => _folder.Dispose();
}
