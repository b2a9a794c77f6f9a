using System.Globalization;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Adapters.Git;

/// <summary>Reads git's answers. Fields end with NUL, which no name, title or path can hold.</summary>
internal static class GitRecords
{
    // No path is "/": it marks where a commit begins, whatever its files are called.
    private const string Begin = "/";

    public const string CommitFormat = $"{Begin}%x00%H%x00%P%x00%aN%x00%aE%x00%at%x00%ct%x00%s%x00";
    public const string ChangeFormat = "%aN%x00%aE%x00%at";

    private sealed record Change(string Name, string Mail, Instant At);

    public static IReadOnlyList<SourceCommit> Commits(string output, bool withFiles)
    {
        var parts = output.Split('\0');
        var commits = new List<SourceCommit>();
        for (var at = 0; at + 7 < parts.Length; )
        {
            var fields = parts.AsSpan(at + 1, 7);
            var end = Array.IndexOf(parts, Begin, at + 8);
            end = end < 0 ? parts.Length : end;
            var files = parts[(at + 8)..end].Select(file => file.TrimStart('\n')).Where(file => file.Length > 0);
            commits.Add(Commit(fields, withFiles ? [.. files] : null));
            at = end;
        }
        return commits;
    }

    public static IReadOnlyList<SourceAuthor> Authors(string output) =>
        [
            .. Changes(output)
                .GroupBy(change => change.Mail, StringComparer.OrdinalIgnoreCase)
                .Select(one => new SourceAuthor(
                    one.First().Name,
                    one.First().Mail,
                    one.Count(),
                    one.Min(change => change.At),
                    one.Max(change => change.At)
                ))
                .OrderByDescending(author => author.Commits)
                .ThenBy(author => author.Mail, StringComparer.Ordinal),
        ];

    private static SourceCommit Commit(ReadOnlySpan<string> fields, IReadOnlyList<string>? files) =>
        new(
            fields[0],
            fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            fields[2],
            fields[3],
            Time(fields[4]),
            Time(fields[5]),
            fields[6],
            files
        );

    private static IEnumerable<Change> Changes(string output) =>
        output
            .Split('\0')
            .Chunk(3)
            .Where(fields => fields.Length == 3)
            .Select(fields => new Change(fields[0], fields[1], Time(fields[2])));

    // Git keeps whatever year a broken clock wrote: it must not break the reading of the rest.
    private static Instant Time(string seconds) =>
        long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? Instant.FromUnixTimeSeconds(Math.Clamp(value, 0, 253_402_300_799))
            : Instant.FromUnixTimeSeconds(0);
}
