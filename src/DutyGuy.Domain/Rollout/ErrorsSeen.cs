using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Whether new errors would be seen: an SDK that stopped sending is not "no new errors".</summary>
/// <param name="Now">Yes: every project that sends errors was heard just now.</param>
/// <param name="Watched">Whether any error ever came.</param>
/// <param name="Silent">A project that is not heard.</param>
/// <param name="LastError">When the last error came.</param>
public sealed record ErrorsSeen(Tri Now, bool Watched, SourceSeen? Silent, Instant? LastError)
{
    /// <summary>No error ever came.</summary>
    public static ErrorsSeen NotWatched { get; } = new(Tri.CannotTell, false, null, null);

    /// <summary>Of the projects where errors meet customers; one that was not heard for a day counts only when no other one is left.</summary>
    public static ErrorsSeen Of(IEnumerable<SourceSeen> sources, Instant now)
    {
        var all = sources.Where(s => s.LastError is not null).ToList();
        if (all.Count == 0)
            return NotWatched;
        var lately = all.Where(s => s.LastSign > now - SourceSeen.Lately).ToList();
        var silent = (lately.Count > 0 ? lately : all).Where(s => !s.TellsErrors(now)).MinBy(s => s.LastSign);
        return new(silent is null ? Tri.Yes : Tri.CannotTell, true, silent, all.Max(s => s.LastError));
    }
}

/// <summary>An error whose life began, or began anew, after the switch-over.</summary>
public sealed record NewError(string Title, Instant At, ErrorStatus Status = ErrorStatus.Open)
{
    /// <summary>What became of it changes nothing about having been found.</summary>
    public string Words =>
        Status switch
        {
            ErrorStatus.Resolved => $"{Title} (resolved since)",
            ErrorStatus.Ignored => $"{Title} (ignored since)",
            _ => Title,
        };
}
