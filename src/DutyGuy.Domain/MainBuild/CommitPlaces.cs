namespace DutyGuy.Domain;

/// <summary>
/// Where the commit of a result stands on main. With a main line at hand its order counts, and a commit that is not on it
/// counts for nothing, once a fetch had the time to bring it. Without one the order of the first mention counts, so that a
/// late result stays late.
/// </summary>
sealed class CommitPlaces(MainSource source)
{
    /// <summary>A commit that may still come to the main line: newer than all that are there.</summary>
    public const long ToCome = long.MaxValue;

    readonly Dictionary<string, long> places = source.Line.ToDictionary(c => c.Sha, c => c.Ordinal);
    long mentioned;

    /// <summary>The place of the commit of a result; results come in order of arrival. Null: it counts for nothing.</summary>
    public long? Of(CiResult result)
    {
        if (places.TryGetValue(result.Commit, out var place))
            return place;
        if (source.Line.Count > 0)
            return result.Id > source.FetchedThrough && result.Status == CiStatus.Failing ? ToCome : null;
        return places[result.Commit] = ++mentioned;
    }
}
