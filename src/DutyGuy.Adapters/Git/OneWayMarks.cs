using System.Text.RegularExpressions;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Git;

/// <summary>Which commits of a line have no way back: by a trailer of their message, or by the files that they touch.</summary>
public static partial class OneWayMarks
{
    // Our own commands take paths as they stand; here the team writes patterns, and git alone knows what they mean.
    private const string Patterns = "--no-literal-pathspecs";

    /// <summary>Why, by the commit of the line: what a merge brought in counts as its own.</summary>
    /// <param name="line">The line, newest first.</param>
    /// <param name="since">A commit of it that was looked at already; null looks at the whole line.</param>
    public static async Task<IReadOnlyDictionary<string, string>> OneWayTrailersAsync(
        this GitMirror mirror,
        IReadOnlyList<SourceCommit> line,
        string? since,
        CancellationToken cancel = default
    )
    {
        var output = await mirror.GitAsync(
            ["log", "-z", "--format=%H%x00%P%x00%B", .. Range(line, since), "--"],
            cancel
        );
        var commits = output.Split('\0').Chunk(3).Where(c => c.Length == 3).DistinctBy(c => c[0]);
        var known = commits.ToDictionary(c => c[0], c => (Parents: c[1], Body: c[2]), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var why = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var landing in line.Reverse().Select(c => c.Sha).Where(known.ContainsKey))
        {
            var open = new Stack<string>([landing]);
            while (open.TryPop(out var sha))
            {
                if (!known.TryGetValue(sha, out var commit) || !seen.Add(sha))
                    continue;
                if (Said(commit.Body) is { } said)
                    why.TryAdd(landing, said);
                foreach (var parent in commit.Parents.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    open.Push(parent);
            }
        }
        return why;
    }

    /// <summary>Commits of the line that touch a file of the pattern, against the commit before on the line.</summary>
    /// <exception cref="GitException">Git does not understand the pattern, and says why.</exception>
    public static async Task<IReadOnlyList<string>> OneWayPathsAsync(
        this GitMirror mirror,
        IReadOnlyList<SourceCommit> line,
        string? since,
        string pattern,
        CancellationToken cancel = default
    ) =>
        (
            await mirror.GitAsync(
                [Patterns, "log", "--first-parent", "--format=%H", .. Range(line, since), "--", .. Paths(pattern)],
                cancel
            )
        ).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What git says of a pattern that it does not understand; null when it does.</summary>
    public static async Task<string?> WrongPatternAsync(
        this GitMirror mirror,
        string pattern,
        CancellationToken cancel = default
    )
    {
        try
        {
            await mirror.GitAsync([Patterns, "log", "-1", "--format=%H", "HEAD", "--", .. Paths(pattern)], cancel);
            return null;
        }
        catch (GitException wrong)
        {
            return wrong.Message;
        }
    }

    // "*.sql" is meant at every depth, "**/migrations/**" at the top too: a change too many is better than one missed.
    private static string[] Paths(string pattern) =>
        pattern.StartsWith(':') ? [pattern] : [pattern, $":(glob){pattern}"];

    private static string[] Range(IReadOnlyList<SourceCommit> line, string? since)
    {
        var before = since ?? line[^1].Parents.FirstOrDefault();
        return before is null
            ? [GitMirror.Checked(line[0].Sha)]
            : [GitMirror.Checked(line[0].Sha), "^" + GitMirror.Checked(before)];
    }

    private static string? Said(string message) =>
        Trailer().Match(message) is { Success: true } found
            ? found.Groups["why"].Value.Trim() is { Length: > 0 } why
                ? why
                : "its message says so"
            : null;

    [GeneratedRegex(
        @"^One-way:(?<why>[^\r\n]*)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Trailer();
}
