namespace DutyGuy.Domain;

/// <summary>Finds the word that was probably meant.</summary>
public static class Suggest
{
    /// <summary>The nearest of the words, if it is near enough to be a slip.</summary>
    public static string? Nearest(string word, IEnumerable<string> words)
    {
        var limit = Math.Clamp(word.Length / 3, 1, 3);
        return words
            .Select(other => (other, distance: Distance(Fold(word), Fold(other))))
            .Where(found => found.distance <= limit)
            .OrderBy(found => found.distance)
            .Select(found => found.other)
            .FirstOrDefault();
    }

    /// <summary>How many letters must be added, dropped, changed or swapped with their neighbour.</summary>
    public static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        for (var j = 0; j <= b.Length; j++)
            cost[i, j] = i == 0 || j == 0 ? i + j : Cheapest(cost, a, b, i, j);
        return cost[a.Length, b.Length];
    }

    private static int Cheapest(int[,] cost, string a, string b, int i, int j)
    {
        var same = a[i - 1] == b[j - 1] ? 0 : 1;
        var best = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + same);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
    }

    // A slip is short: long nonsense is cut, so that the table stays small.
    private static string Fold(string word) => word[..Math.Min(word.Length, 60)].ToUpperInvariant();
}
