namespace DutyGuy.Domain;

/// <summary>A commit of the rollout that changes a file named like the endpoint.</summary>
public sealed record Suspect(SourceCommit Commit, string Why)
{
    /// <summary>Who of the team wrote it, by handle; null when nobody of the team, or when main has not got it.</summary>
    public string? PersonOf(DutyFacts facts) =>
        facts.Line.FirstOrDefault(c => c.Sha == Commit.Sha) is { } commit ? Culprit.AuthorOf(facts, commit) : null;
}

/// <summary>
/// First suspects for an endpoint that got worse: by names alone, so that anybody can check why. A route says what it is
/// about, and so do the files behind it.
/// </summary>
public static class Suspects
{
    private const int Most = 3;

    // A word that more of the commits have than this tells nothing, once there are some.
    private const double Everywhere = 0.5;
    private const int Some = 4;

    /// <summary>At most three, the best fit first, then the newest; none when no name fits.</summary>
    /// <param name="commits">What the rollout shipped, newest first, with the files.</param>
    public static IReadOnlyList<Suspect> Of(string endpoint, IReadOnlyList<SourceCommit> commits)
    {
        var wanted = NameWords.Of(endpoint);
        var fits = commits.Select(c => (Commit: c, Files: FilesOf(c, wanted.Keys.ToList()))).ToList();
        var spread = wanted.Keys.ToDictionary(w => w, w => fits.Count(f => f.Files.ContainsKey(w)));
        var telling = wanted
            .Keys.Where(w => commits.Count < Some || spread[w] <= Everywhere * commits.Count)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. fits.Select(f => (f.Commit, Fit: f.Files.Where(w => telling.Contains(w.Key)).ToList()))
                .Where(f => f.Fit.Count > 0)
                .OrderByDescending(f => f.Fit.Count)
                .ThenByDescending(f => f.Fit.Sum(w => 1.0 / spread[w.Key]))
                .Take(Most)
                .Select(f => new Suspect(f.Commit, Why(f.Fit, wanted))),
        ];
    }

    /// <summary>For each word the first file that has it.</summary>
    private static Dictionary<string, string> FilesOf(SourceCommit commit, List<string> wanted)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in commit.Files ?? [])
        {
            var words = NameWords.Of(file);
            if (!NameWords.IsCode(file, words))
                continue;
            foreach (var word in wanted.Where(words.ContainsKey))
                files.TryAdd(word, file);
        }
        return files;
    }

    private static string Why(List<KeyValuePair<string, string>> fit, IReadOnlyDictionary<string, string> wanted)
    {
        var files = fit.Select(f => f.Value).Distinct(StringComparer.Ordinal);
        return $"changes {string.Join(" and ", files)}, named like {string.Join(" and ", fit.Select(f => $"“{wanted[f.Key]}”"))}";
    }
}
