using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A figure that is fed from time to time: how much of the last ten minutes it covers.</summary>
public static class ToldFigures
{
    /// <summary>Nothing told earlier than this says anything of the last ten minutes or of the usual distance.</summary>
    public static readonly Duration Back = Duration.FromHours(2);

    static readonly Duration Longest = Duration.FromMinutes(15);
    static readonly Duration Window = Duration.FromMinutes(MeanRequests.Minutes);
    static readonly Duration Fewest = Duration.FromMinutes(MeanRequests.FewestHeard);

    /// <summary>
    /// The mean of what was told: a figure counts for twice the usual distance, at most fifteen minutes, and eight of the
    /// ten minutes must be covered.
    /// </summary>
    /// <param name="told">What was told in the last two hours, and the last one before.</param>
    public static MeanRequests Mean(IReadOnlyList<(Instant At, double Value)> told, Instant now)
    {
        var figures = told.Where(f => f.At <= now).OrderBy(f => f.At).ToList();
        if (figures.Count == 0)
            return new(null);
        var (begin, lasts) = (now - Window, Lasts(figures.Select(f => f.At)));
        var covered = Duration.Zero;
        var until = begin;
        foreach (var (at, _) in figures)
        {
            var (from, to) = (Instant.Max(at, until), Instant.Min(at + lasts, now));
            covered += Duration.Max(to - from, Duration.Zero);
            until = Instant.Max(until, to);
        }
        if (covered < Fewest)
            return new(null, figures[^1].At);
        var within = figures.Where(f => f.At > begin).ToList();
        return new(within.Count > 0 ? within.Average(f => f.Value) : figures[^1].Value);
    }

    /// <summary>For how long a figure counts; one that was told only once has no usual distance, and counts for nothing yet.</summary>
    static Duration Lasts(IEnumerable<Instant> at)
    {
        // Several senders, or a sender that tells all at once, do not make the distance shorter.
        var minutes = at.Select(EndpointMinute.BeginOf).Distinct().ToList();
        var gaps = minutes.Zip(minutes.Skip(1), (a, b) => b - a).Order().ToList();
        return gaps.Count == 0 ? Duration.Zero : Duration.Min(2 * gaps[gaps.Count / 2], Longest);
    }
}
