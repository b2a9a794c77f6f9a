using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What is seen of production since the switch-over.</summary>
/// <param name="Health">Yes: errors and response times stay flat.</param>
/// <param name="NewErrors">Titles of errors that began after the switch.</param>
/// <param name="Calls">Endpoints that got worse, as they were called.</param>
/// <param name="Minutes">One cell a minute since the switch: yes as before, no worse, cannot tell.</param>
public sealed record WatchState(
    Tri Health,
    IReadOnlyList<string> NewErrors,
    IReadOnlyList<WatchCall> Calls,
    IReadOnlyList<Tri> Minutes
)
{
    /// <summary>Nothing is watched.</summary>
    public static readonly WatchState None = new(Tri.CannotTell, [], [], []);

    /// <summary>What got worse, in words.</summary>
    public IReadOnlyList<string> Findings =>
        [.. NewErrors.Select(e => $"New error: {e}"), .. Calls.Select(c => $"{c.Endpoint}: {c.Why}")];

    /// <summary>What to do about it, which a person decides; null while it cannot be told.</summary>
    public WatchAdvice? Advice =>
        Health switch
        {
            Tri.Yes => WatchAdvice.Keep,
            Tri.No when Calls.Any(c => c.Advice == WatchAdvice.RollBack) => WatchAdvice.RollBack,
            Tri.No => WatchAdvice.Look,
            _ => null,
        };

    /// <summary>From new errors and called endpoints; nothing measured cannot be told.</summary>
    /// <param name="newErrors">Titles of errors that began after the switch.</param>
    /// <param name="calls">Endpoints that were called.</param>
    /// <param name="errorsSeen">Whether errors are connected.</param>
    /// <param name="timingsSeen">Whether response times came since the switch.</param>
    /// <param name="minutes">One cell a minute.</param>
    public static WatchState Of(
        IReadOnlyList<string> newErrors,
        IReadOnlyList<WatchCall> calls,
        bool errorsSeen,
        bool timingsSeen,
        IReadOnlyList<Tri> minutes
    )
    {
        var health =
            newErrors.Count + calls.Count > 0 ? Tri.No
            : errorsSeen && timingsSeen ? Tri.Yes
            : Tri.CannotTell;
        return new(health, newErrors, calls, minutes);
    }
}
