namespace DutyGuy.Domain;

/// <summary>Frames of minified files as frames of their sources.</summary>
public static class OriginalFrames
{
    // A minifier's names are as short as can be.
    private const int ShortestTrue = 3;
    private const int Longest = 300;

    /// <summary>The frames, top first; those whose map is not known, or knows nothing of the place, stay as they are.</summary>
    public static IReadOnlyList<Frame> Of(IReadOnlyList<Frame> frames, Func<string, SourceMap?> mapOf)
    {
        var places = frames.Select(frame => PlaceOf(frame, mapOf)).ToList();
        return places.TrueForAll(place => place is null)
            ? frames
            : [.. frames.Select((frame, i) => Of(frame, places[i], i + 1 < places.Count ? places[i + 1] : null))];
    }

    private static OriginalPlace? PlaceOf(Frame frame, Func<string, SourceMap?> mapOf) =>
        frame is { Path: { } path, Line: { } line, Column: { } column } ? mapOf(path)?.Find(line, column) : null;

    // The module is the bundle's name: the source is said by its path.
    private static Frame Of(Frame frame, OriginalPlace? place, OriginalPlace? caller) =>
        place is null
            ? frame
            : new Frame(
                place.Path,
                place.Line,
                place.IsOutlined ? place.Function : FunctionOf(frame.Function, place, caller),
                !place.IsLibrary,
                Signs: place.Signs
            );

    /// <summary>
    /// Where the source is not outlined: a map names what begins at a place, not the function around it. So the name is that by which the caller calls it,
    /// when its own source knows that name; else what the stack says, unless a minifier made it up.
    /// </summary>
    private static string? FunctionOf(string? told, OriginalPlace place, OriginalPlace? caller)
    {
        if (caller?.Name is { Length: > 0 and <= Longest } called && place.Declares(called))
            return called;
        return told is null || !place.HasNames ? told : WithoutMadeUp(told);
    }

    /// <summary>`t.add` is `add`, `new t` and `async e` say nothing, `e [as add]` is `add`.</summary>
    private static string? WithoutMadeUp(string told)
    {
        var name = told.Split(" [as ") is [_, var alias] ? alias.TrimEnd(']') : told;
        var parts = name[(name.LastIndexOf(' ') + 1)..].Split('.');
        if (parts[^1].Length < ShortestTrue)
            return null;
        return string.Join('.', parts.Where(part => part.Length >= ShortestTrue));
    }
}
