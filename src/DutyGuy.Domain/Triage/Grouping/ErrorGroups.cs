namespace DutyGuy.Domain;

/// <summary>The errors of one project in one environment, by the keys that they know: what the intake does with its table.</summary>
public sealed class ErrorGroups(Func<long> begin)
{
    // A trace that two errors left.
    private const long Several = 0;

    private readonly Dictionary<string, long> known = new(StringComparer.Ordinal);

    /// <summary>The error that an event belongs to; a new one when none knows a key of it.</summary>
    public long Add(ErrorKeys keys)
    {
        var byCause = First(keys.Finer.Append(keys.Cause));
        var byTrace = byCause == Several ? First(keys.Sought) : Several;
        var error = byCause + byTrace is not Several and var found ? found : begin();
        // What was found by a trace has lost its frame: its own place is not that of the error.
        if (byTrace == Several)
            known.TryAdd(keys.Cause, error);
        foreach (var trace in keys.Left)
            if (!known.TryAdd(trace, error) && known[trace] != error)
                known[trace] = Several;
        return error;
    }

    private long First(IEnumerable<string> keys) =>
        keys.Select(k => known.GetValueOrDefault(k)).FirstOrDefault(e => e != Several);
}
