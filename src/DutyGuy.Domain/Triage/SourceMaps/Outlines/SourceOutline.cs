using System.Runtime.InteropServices;

namespace DutyGuy.Domain;

/// <summary>A function of a source by its place, counted from 0; its end is the first place behind it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OutlinedFunction(MapOffset Start, MapOffset End, string Name, bool TakesAddress);

/// <summary>
/// What is kept of a source's text: its functions, and what its lines say (see <see cref="SourceSigns"/>). A source map tells
/// the line and the column of a frame, and no function.
/// </summary>
internal sealed class SourceOutline
{
    private const int BytesOfFunction = 40;
    private const int BytesOfText = 24;
    private const int BytesOfLine = 8;

    private readonly OutlinedFunction[] functions;
    private readonly int[] parents;
    private readonly int[] lines;
    private readonly SourceSigns[] signs;

    internal SourceOutline(IEnumerable<OutlinedFunction> functions, IEnumerable<(int Line, SourceSigns Signs)> lines)
    {
        this.functions = [.. functions];
        Array.Sort(this.functions, InOrder);
        parents = ParentsOf(this.functions);
        var told = lines.OrderBy(l => l.Line).ToList();
        this.lines = [.. told.Select(l => l.Line)];
        signs = [.. told.Select(l => l.Signs)];
        Bytes =
            this.functions.Sum(f => (2L * f.Name.Length) + BytesOfText + BytesOfFunction)
            + ((long)BytesOfLine * told.Count);
    }

    /// <summary>Memory that it takes, roughly.</summary>
    public long Bytes { get; }

    /// <summary>The functions in the order in which they begin.</summary>
    public IReadOnlyList<OutlinedFunction> Functions => functions;

    /// <summary>What lines say by themselves, those of which there is something to say.</summary>
    public IEnumerable<(int Line, SourceSigns Signs)> Lines => lines.Zip(signs);

    /// <summary>The name of the innermost function around a place; null for the code of the module itself.</summary>
    public string? NameAt(MapOffset place) =>
        IndexAt(place) is >= 0 and var i && functions[i].Name is { Length: > 0 } name ? name : null;

    /// <summary>What the source says of a place.</summary>
    public SourceSigns SignsAt(MapOffset place)
    {
        var line = Array.BinarySearch(lines, place.Line);
        var own = line < 0 ? SourceSigns.Known : signs[line];
        var takes =
            IndexAt(place) is >= 0 and var i
            && functions[i].TakesAddress
            && own.HasFlag(SourceSigns.Known)
            && !own.HasFlag(SourceSigns.NamesAddress);
        return own | SourceSigns.Named | (takes ? SourceSigns.TakesAddress : SourceSigns.None);
    }

    private int IndexAt(MapOffset place)
    {
        var (low, high) = (0, functions.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (place.IsBefore(functions[middle].Start))
                high = middle - 1;
            else
                low = middle + 1;
        }
        while (high >= 0 && !place.IsBefore(functions[high].End))
            high = parents[high];
        return high;
    }

    private static int[] ParentsOf(OutlinedFunction[] functions)
    {
        var found = new int[functions.Length];
        for (var i = 0; i < functions.Length; i++)
        {
            var around = i - 1;
            while (around >= 0 && !functions[i].Start.IsBefore(functions[around].End))
                around = found[around];
            found[i] = around;
        }
        return found;
    }

    private static int InOrder(OutlinedFunction a, OutlinedFunction b) =>
        a.Start.IsBefore(b.Start) ? -1
        : b.Start.IsBefore(a.Start) ? 1
        : b.End.IsBefore(a.End) ? -1
        : a.End.IsBefore(b.End) ? 1
        : 0;
}
