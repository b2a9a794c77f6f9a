using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>
/// The words of the repository's paths, and how much two of them have in common (the cosine of their rare words): files of
/// one feature bear its name in folders far apart.
/// </summary>
public sealed partial class PathWords
{
    private readonly SourceIndex _index;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<List<int>> _files = [];
    private readonly List<int[]> _words = [];

    /// <summary>Reads the paths of an index; those that come later are read when <see cref="Grow"/> is called.</summary>
    public PathWords(SourceIndex index)
    {
        _index = index;
        Grow();
    }

    /// <summary>Reads the paths that the index has got since.</summary>
    public void Grow()
    {
        while (_words.Count < _index.PathCount)
        {
            var words = Words(_index.PathName(_words.Count)).Select(Number).Distinct().ToArray();
            foreach (var word in words)
                _files[word].Add(_words.Count);
            _words.Add(words);
        }
    }

    internal int Count => _files.Count;

    internal int[] Of(int path) => _words[path];

    /// <summary>The rarer the word the more it says, among the paths that were known; 0 for a word that none of them had.</summary>
    internal float Weight(int word, int paths)
    {
        var place = _files[word].BinarySearch(paths);
        var files = place < 0 ? ~place : place;
        return files == 0 ? 0 : MathF.Log((1f + paths) / (1f + files));
    }

    internal IEnumerable<int> Known(string text) =>
        Words(text).Select(word => _numbers.GetValueOrDefault(word, -1)).Where(word => word >= 0);

    private int Number(string word)
    {
        if (_numbers.TryGetValue(word, out var number))
            return number;
        _numbers.Add(word, _files.Count);
        _files.Add([]);
        return _files.Count - 1;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var match in Word().EnumerateMatches(text))
            if (match.Length > 1)
                words.Add(text.Substring(match.Index, match.Length).ToLowerInvariant());
        return words;
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", RegexOptions.None, 60_000)]
    private static partial Regex Word();
}
