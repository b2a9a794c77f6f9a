using NodaTime;

namespace DutyGuy.Domain;

/// <summary>All requests of one minute.</summary>
public sealed record ServedMinute(Instant Minute, double Count, double Errors);

/// <summary>The strip of the watch: one cell for each minute that is over since the switch.</summary>
public static class WatchMinutes
{
    /// <summary>
    /// A minute without a request cannot be told; one with more than a twentieth of errors, or in which an endpoint was
    /// called, is worse.
    /// </summary>
    public static IReadOnlyList<Tri> Of(
        ProductionWatch watch,
        Instant now,
        IReadOnlyList<ServedMinute> served,
        IReadOnlyList<WatchCall> calls
    )
    {
        var byMinute = served.ToDictionary(m => m.Minute);
        var called = calls.Select(c => c.Minute).ToHashSet();
        return
        [
            .. Enumerable
                .Range(0, watch.Over(now))
                .Select(i =>
                    called.Contains(i + 1)
                        ? Tri.No
                        : Cell(byMinute.GetValueOrDefault(watch.First + Duration.FromMinutes(i)))
                ),
        ];
    }

    static Tri Cell(ServedMinute? minute) =>
        minute is not { Count: > 0 } ? Tri.CannotTell
        : minute.Errors / minute.Count > 0.05 ? Tri.No
        : Tri.Yes;
}
