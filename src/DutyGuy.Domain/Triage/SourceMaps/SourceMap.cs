using System.Runtime.InteropServices;

namespace DutyGuy.Domain;

/// <summary>A source map that can be asked which line of which source a place of the minified file comes from.</summary>
public sealed class SourceMap
{
    // Further back than this is another function, surely.
    private const int FarthestDeclaration = 10_000;
    private const int BytesOfMapping = 24;
    private const int BytesOfText = 40;

    private readonly MappedSource?[] sources;
    private readonly SourceOutline?[] outlines;
    private readonly string[] names;
    private readonly Dictionary<string, int> numbers;
    private readonly Mapping[] mappings;

    internal SourceMap(
        MappedSource?[] sources,
        SourceOutline?[] outlines,
        Dictionary<string, int> numbers,
        Mapping[] mappings
    )
    {
        (this.sources, this.outlines, this.numbers, this.mappings) = (sources, outlines, numbers, mappings);
        names = [.. numbers.OrderBy(n => n.Value).Select(n => n.Key)];
        Bytes =
            ((long)mappings.Length * BytesOfMapping)
            + names.Sum(n => (2L * n.Length) + (2 * BytesOfText))
            + sources.Sum(s => s is null ? 0L : (2L * s.Path.Length) + BytesOfText)
            + outlines.Sum(o => o?.Bytes ?? 0);
    }

    /// <summary>How many sources it speaks of.</summary>
    public int Sources => sources.Length;

    /// <summary>How many places of the file it knows.</summary>
    public int Mappings => mappings.Length;

    /// <summary>Whether the minifier gave anything another name.</summary>
    public bool HasNames => names.Length > 0;

    /// <summary>Memory that it takes, roughly.</summary>
    public long Bytes { get; }

    /// <summary>
    /// Reads a map in the form of ECMA-426 (“revision 3”), also one made of sections. A wrong one is a
    /// <see cref="FormatException"/> that says what is wrong and where.
    /// </summary>
    public static SourceMap Read(ReadOnlyMemory<byte> json) => SourceMapReader.Read(json);

    /// <summary>The source of a place, line and column counted from 1 as stacks do; null when the map knows none.</summary>
    public OriginalPlace? Find(int line, int column)
    {
        var found = LastUpTo(line - 1, column - 1);
        var at = found < 0 ? Mapping.None : mappings[found];
        if (at.Line != line - 1 || at.Source < 0)
            return null;
        var name = at.Column == column - 1 && at.Name >= 0 ? names[at.Name] : null;
        return sources[at.Source] is { } source
            ? new OriginalPlace(this, found, source, at, name, outlines[at.Source])
            : null;
    }

    /// <summary>Whether the source of a mapping speaks of this name at the mapping or before: as a declaration does.</summary>
    internal bool Declares(int mapping, string name)
    {
        if (!numbers.TryGetValue(name, out var number))
            return false;
        var source = mappings[mapping].Source;
        for (var i = mapping; i >= 0 && i > mapping - FarthestDeclaration; i--)
            if (mappings[i].Name == number && mappings[i].Source == source)
                return true;
        return false;
    }

    // Several at the very place asked for: the first of them, as other readers of maps do.
    private int LastUpTo(int line, int column)
    {
        var (low, high) = (0, mappings.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (mappings[middle].IsBehind(line, column))
                high = middle - 1;
            else
                low = middle + 1;
        }
        while (high > 0 && mappings[high - 1].IsAt(line, column))
            high--;
        return high;
    }
}

/// <summary>Where a place of a minified file comes from.</summary>
public sealed class OriginalPlace
{
    private readonly SourceMap map;
    private readonly int mapping;

    internal OriginalPlace(
        SourceMap map,
        int number,
        MappedSource source,
        Mapping mapping,
        string? name,
        SourceOutline? outline
    )
    {
        (this.map, this.mapping) = (map, number);
        (Path, IsLibrary, Line, Name) = (source.Path, source.IsLibrary, mapping.SourceLine + 1, name);
        if (outline is null)
            return;
        var place = new MapOffset(mapping.SourceLine, mapping.SourceColumn);
        (IsOutlined, Function, Signs) = (true, outline.NameAt(place), outline.SignsAt(place));
    }

    /// <summary>Path as in the repository.</summary>
    public string Path { get; }

    /// <summary>Whether it is other people's code.</summary>
    public bool IsLibrary { get; }

    /// <summary>Line, from 1.</summary>
    public int Line { get; }

    /// <summary>What the source calls that which begins at this very place, when the minifier gave it another name.</summary>
    public string? Name { get; }

    /// <summary>Whether the functions of the source are known.</summary>
    public bool IsOutlined { get; }

    /// <summary>The function around the place; null for the code of the module itself, and when it is not outlined.</summary>
    public string? Function { get; }

    /// <summary>What the source says of the place.</summary>
    public SourceSigns Signs { get; }

    /// <summary>Whether the minifier gave names of its own.</summary>
    public bool HasNames => map.HasNames;

    /// <summary>Whether the source speaks of this name here or before, as a declaration does.</summary>
    public bool Declares(string name) => map.Declares(mapping, name);
}

/// <summary>From this place of the file on (counted from 0) until the next; -1 is none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mapping(int Line, int Column, int Source, int SourceLine, int SourceColumn, int Name)
{
    public static readonly Mapping None = new(-1, 0, -1, 0, 0, -1);

    public bool IsBehind(int line, int column) => Line != line ? Line > line : Column > column;

    public bool IsAt(int line, int column) => Line == line && Column == column;

    public static int InOrder(Mapping a, Mapping b) =>
        a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Column.CompareTo(b.Column);
}
