using System.Runtime.InteropServices;

namespace DutyGuy.Domain;

/// <summary>A place in a minified file, counted from 0.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MapOffset(int Line, int Column)
{
    public static readonly MapOffset End = new(int.MaxValue, int.MaxValue);

    public bool IsBefore(MapOffset other) => Line != other.Line ? Line < other.Line : Column < other.Column;
}

/// <summary>One map of a file that is made of several, or the whole: its numbers are counted from its own beginning.</summary>
/// <param name="Field">How an error calls it: `sections[2].map.`, empty for the whole.</param>
/// <param name="Begin">Where in the file it begins.</param>
/// <param name="Stop">Where the next one begins: what it says of that is not heard.</param>
/// <param name="FirstSource">Its first source among those of the whole.</param>
/// <param name="Sources">How many sources it has.</param>
/// <param name="NameNumbers">Its names' numbers among those of the whole.</param>
internal sealed record MapSection(
    string Field,
    MapOffset Begin,
    MapOffset Stop,
    int FirstSource,
    int Sources,
    IReadOnlyList<int> NameNumbers
)
{
    /// <summary>How many names it has.</summary>
    public int Names => NameNumbers.Count;

    /// <summary>A mapping of its own as one of the whole.</summary>
    public Mapping? Place(Mapping own)
    {
        var (line, column) = ((long)own.Line + Begin.Line, own.Column + (own.Line == 0 ? (long)Begin.Column : 0));
        if (line > int.MaxValue || column > int.MaxValue || !new MapOffset((int)line, (int)column).IsBefore(Stop))
            return null;
        return new Mapping(
            (int)line,
            (int)column,
            own.Source < 0 ? -1 : own.Source + FirstSource,
            own.SourceLine,
            own.SourceColumn,
            own.Name < 0 ? -1 : NameNumbers[own.Name]
        );
    }
}
