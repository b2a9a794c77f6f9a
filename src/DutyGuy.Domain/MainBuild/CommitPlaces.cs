using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// Which of two commits is newer: by their places on main; one that is not known there comes after those that were seen
/// on main before it was first heard of. Among those not known the first mention counts, so that a late result stays late.
/// </summary>
sealed class CommitPlaces(IReadOnlyList<MainCommit> line)
{
    readonly ILookup<string, MainCommit> known = line.ToLookup(c => c.Repository, StringComparer.Ordinal);
    readonly Dictionary<(string, string), (long Ordinal, int Mention)> places = line.ToDictionary(
        c => (c.Repository, c.Sha),
        c => (c.Ordinal, 0)
    );
    int mentioned;

    /// <summary>The place of the commit of a result; results come in order of arrival.</summary>
    public (long Ordinal, int Mention) Of(CiResult result)
    {
        var key = (result.Repository, result.Commit);
        if (!places.TryGetValue(key, out var place))
            places[key] = place = (NewestBefore(result.Repository, result.At), ++mentioned);
        return place;
    }

    long NewestBefore(string repository, Instant at) =>
        known[repository].Where(c => c.SeenAt <= at).Select(c => c.Ordinal).DefaultIfEmpty(0).Max();
}
