namespace DutyGuy.Domain;

/// <summary>The errors of one project in one environment, by the keys that they know.</summary>
/// <param name="begin">Numbers an error that begins.</param>
/// <param name="known">What is known already; null for nothing.</param>
public sealed class ErrorGroups(Func<long> begin, IReadOnlyDictionary<string, long>? known = null)
{
    private readonly Dictionary<string, long> learnt = new(StringComparer.Ordinal);

    /// <summary>Keys that are new, or that another error knows now (<see cref="ErrorKey.Several"/> for no single one).</summary>
    public IReadOnlyDictionary<string, long> Learnt => learnt;

    /// <summary>The error that an event belongs to; a new one when none knows a key of it.</summary>
    public long Add(ErrorKeys keys)
    {
        var byCause = First([.. keys.Finer, keys.Cause]);
        var byTrace = byCause is null ? First(keys.Sought) : null;
        var error = byCause ?? byTrace ?? begin();
        // What was found by a trace has lost its frame: its own place is not that of the error.
        if (byTrace is null && KnownAs(keys.Cause) is null)
            learnt[keys.Cause] = error;
        foreach (var trace in keys.Left)
            if (KnownAs(trace) is not { } other)
                learnt[trace] = error;
            else if (other != error && other != ErrorKey.Several)
                learnt[trace] = ErrorKey.Several;
        return error;
    }

    private long? First(IEnumerable<string> keys)
    {
        foreach (var key in keys)
            if (KnownAs(key) is { } error and not ErrorKey.Several)
                return error;
        return null;
    }

    private long? KnownAs(string key) =>
        learnt.TryGetValue(key, out var error) || known?.TryGetValue(key, out error) == true ? error : null;
}
