using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What is seen of production since the switch-over.</summary>
/// <param name="Health">Yes: errors and response times stay flat.</param>
/// <param name="Findings">What got worse, in words.</param>
/// <param name="Minutes">One cell a minute since the switch: yes as before, no worse, cannot tell.</param>
public sealed record WatchState(Tri Health, IReadOnlyList<string> Findings, IReadOnlyList<Tri> Minutes)
{
    /// <summary>Nothing is watched.</summary>
    public static readonly WatchState None = new(Tri.CannotTell, [], []);

    /// <summary>From new errors and slower endpoints; nothing measured cannot be told.</summary>
    /// <param name="newErrors">Titles of errors that began after the switch.</param>
    /// <param name="slower">Endpoints that got worse, in words.</param>
    /// <param name="errorsSeen">Whether errors are connected.</param>
    /// <param name="timingsSeen">Whether response times came since the switch.</param>
    /// <param name="minutes">One cell a minute.</param>
    public static WatchState Of(
        IReadOnlyList<string> newErrors,
        IReadOnlyList<string> slower,
        bool errorsSeen,
        bool timingsSeen,
        IReadOnlyList<Tri> minutes
    )
    {
        IReadOnlyList<string> findings = [.. newErrors.Select(e => $"New error: {e}"), .. slower];
        var health =
            findings.Count > 0 ? Tri.No
            : errorsSeen && timingsSeen ? Tri.Yes
            : Tri.CannotTell;
        return new(health, findings, minutes);
    }
}
