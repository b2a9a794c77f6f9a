using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Requests a minute, or since when that cannot be told (null: not known).</summary>
public sealed record MeanRequests(double? Value, Instant? UnseenSince = null)
{
    /// <summary>Minutes of the mean.</summary>
    public const int Minutes = 10;

    /// <summary>So many of them must have been heard.</summary>
    public const int FewestHeard = 8;

    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>The mean of the last ten minutes over the sources of an environment; one that is not heard hides it.</summary>
    public static MeanRequests Of(IReadOnlyList<SourceMinutes> sources, Instant now)
    {
        var sum = 0.0;
        foreach (var source in sources)
        {
            var end = EndpointMinute.BeginOf(now) - source.Delay * Minute;
            var heard = Enumerable
                .Range(1, Minutes)
                .Select(ago => end - ago * Minute)
                .Where(m => source.At(m) != Heard.Missing)
                .ToList();
            if (heard.Count < FewestHeard)
                return new(null, source.LastBefore(now));
            sum += heard.Average(m => source.Told.GetValueOrDefault(m));
        }
        return new(sources.Count == 0 ? null : sum);
    }
}
