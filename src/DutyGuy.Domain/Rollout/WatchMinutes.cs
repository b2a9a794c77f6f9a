using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The strip of the watch: one cell for each minute since the switch.</summary>
public static class WatchMinutes
{
    /// <summary>A minute without a request cannot be told; one with more than a twentieth of errors is worse.</summary>
    public static IReadOnlyList<Tri> Of(Instant since, Instant now, IReadOnlyList<EndpointMinute> minutes)
    {
        var first = Floor(since);
        var last = Instant.Min(now, since + RolloutLife.UsualWatch);
        var byMinute = minutes.ToLookup(m => m.Minute);
        var cells = new List<Tri>();
        for (var minute = first; minute + Duration.FromMinutes(1) <= last; minute += Duration.FromMinutes(1))
            cells.Add(Cell([.. byMinute[minute]]));
        return cells;
    }

    static Tri Cell(IReadOnlyList<EndpointMinute> minute)
    {
        var count = minute.Sum(m => m.Count);
        return count == 0 ? Tri.CannotTell
            : minute.Sum(m => m.Errors) / count > 0.05 ? Tri.No
            : Tri.Yes;
    }

    static Instant Floor(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 60 * 60);
}
