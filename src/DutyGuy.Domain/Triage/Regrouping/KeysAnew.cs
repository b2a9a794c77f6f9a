namespace DutyGuy.Domain;

/// <summary>
/// The keys of the errors of a project and environment after the grouping has changed, from their kept events: no error is
/// split, merged or opened by it, and what a person told apart stays apart.
/// </summary>
public static class KeysAnew
{
    /// <summary>Which error knows which key.</summary>
    /// <param name="errors">The errors with their kept events; what is a part of another one has none.</param>
    /// <param name="splitOff">Errors that a person split off, each with the one that it was split off.</param>
    public static IReadOnlyDictionary<string, long> Of(
        IReadOnlyList<(TrackedError Error, IReadOnlyList<KeptSighting> Kept)> errors,
        IReadOnlyDictionary<long, long> splitOff
    )
    {
        var keys = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (error, kept) in errors.OrderBy(e => e.Error.FirstSeen).ThenBy(e => e.Error.Id))
        {
            // Where two claim a cause it is the older one's.
            foreach (var cause in kept.Select(e => e.Cause.Keys.Cause))
                keys.TryAdd(cause, error.Id);
            foreach (var key in Telling(error, kept, errors, splitOff))
                keys[key] = error.Id;
            foreach (var trace in kept.SelectMany(e => e.Cause.Keys.Left))
                if (!keys.TryAdd(trace, error.Id) && keys[trace] != error.Id)
                    keys[trace] = ErrorKey.Several;
        }
        return keys;
    }

    // What tells it from the one that it was split off, where its cause does not.
    private static IEnumerable<string> Telling(
        TrackedError error,
        IReadOnlyList<KeptSighting> kept,
        IReadOnlyList<(TrackedError Error, IReadOnlyList<KeptSighting> Kept)> errors,
        IReadOnlyDictionary<long, long> splitOff
    )
    {
        if (!splitOff.TryGetValue(error.Id, out var from))
            return [];
        var rest = errors.Where(e => e.Error.Id == from).SelectMany(e => e.Kept).ToList();
        return SplitKeys.Of(kept, rest, new HashSet<string>());
    }
}
