namespace DutyGuy.Domain;

/// <summary>With which other errors an error may be one: the likest first, among equals the newest.</summary>
public static class AlikeErrors
{
    /// <summary>Open errors of the same project and environment.</summary>
    /// <param name="error">The error.</param>
    /// <param name="all">Errors of the duty.</param>
    /// <param name="words">Its number, or words that all stand in its title or place; null for every one.</param>
    public static IReadOnlyList<TrackedError> Of(
        TrackedError error,
        IEnumerable<TrackedError> all,
        string? words = null
    )
    {
        var mine = WordsOf(error);
        return
        [
            .. all.Where(e => e.Id != error.Id && e.Status == ErrorStatus.Open)
                .Where(e => e.Project == error.Project && e.Environment == error.Environment && IsMeant(e, words))
                .OrderByDescending(e => Likeness(mine, WordsOf(e)))
                .ThenByDescending(e => e.LastSeen),
        ];
    }

    private static bool IsMeant(TrackedError error, string? words) =>
        words is null
        || words.Trim().Split(' ', '#')[^1] == $"{error.Id}"
        || words
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(w => $"{error.Title} {error.Culprit}".Contains(w, StringComparison.OrdinalIgnoreCase));

    // The part of the words of both that both have.
    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        one.Count + other.Count == 0
            ? 0
            : one.Count(other.Contains) / (double)one.Union(other, StringComparer.Ordinal).Count();

    private static HashSet<string> WordsOf(TrackedError error) =>
        CodeWords
            .Of($"{error.Title} {error.Culprit}")
            .Concat(error.Frames.Take(5).Select(f => $"{f.Path} {f.Function}"))
            .ToHashSet(StringComparer.Ordinal);
}
