namespace DutyGuy.Domain;

/// <summary>
/// The keys that go to a new error when events are split off: the coarsest that tell these from the rest, so that coming
/// events of their kind go with them, and what else only they are found by.
/// </summary>
public static class SplitKeys
{
    /// <summary>The keys that the new error knows.</summary>
    /// <param name="off">Events that are split off.</param>
    /// <param name="rest">Events that stay.</param>
    /// <param name="known">Keys that the old error knows.</param>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<KeptSighting> off,
        IReadOnlyList<KeptSighting> rest,
        IReadOnlySet<string> known
    )
    {
        var telling = off.GroupBy(e => e.Cause.Keys.Cause, StringComparer.Ordinal)
            .SelectMany(g => Telling([.. g], [.. rest.Where(e => e.Cause.Keys.Cause == g.Key)], known));
        var stays = rest.SelectMany(e => e.Leaves).ToHashSet(StringComparer.Ordinal);
        var theirs = off.SelectMany(e => e.Leaves).Where(k => known.Contains(k) && !stays.Contains(k));
        return [.. telling.Concat(theirs).Distinct(StringComparer.Ordinal)];
    }

    // Of one cause: the cause itself when none of it stays, else the coarsest kind of finer key.
    private static IEnumerable<string> Telling(
        IReadOnlyList<KeptSighting> off,
        IReadOnlyList<KeptSighting> rest,
        IReadOnlySet<string> known
    )
    {
        if (rest.Count == 0)
            return [off[0].Cause.Keys.Cause];
        var kind = Enumerable.Range(0, off[0].Cause.Keys.Finer.Count).Last(i => i == 0 || Tells(i));
        return KeysOf(off, kind);

        // A finer one that both have and the old error knows would count first.
        bool Tells(int kind) =>
            !KeysOf(off, kind).Overlaps(KeysOf(rest, kind))
            && Enumerable
                .Range(0, kind)
                .All(finer => !KeysOf(off, finer).Intersect(KeysOf(rest, finer)).Any(known.Contains));
    }

    private static HashSet<string> KeysOf(IReadOnlyList<KeptSighting> events, int kind) =>
        events.Select(e => e.Cause.Keys.Finer[kind]).ToHashSet(StringComparer.Ordinal);
}
