using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What one source told around a rollout; minutes count from the switch-over, those before are negative.</summary>
public sealed class SourceTraffic
{
    readonly SourceMinutes minutes;
    readonly Instant first;
    readonly int[] last;

    /// <param name="minutes">When it was heard.</param>
    /// <param name="endpoints">What it served.</param>
    /// <param name="watch">The watch.</param>
    /// <param name="over">Minutes of the watch that are over.</param>
    public SourceTraffic(
        SourceMinutes minutes,
        IReadOnlyList<EndpointTraffic> endpoints,
        ProductionWatch watch,
        int over
    )
    {
        (this.minutes, first, Endpoints, Over) = (minutes, watch.First, endpoints, over);
        var covered = Enumerable
            .Range(-ProductionWatch.Before, ProductionWatch.Before)
            .SkipWhile(m => minutes.At(Begin(m)) == Heard.Missing)
            .Count();
        var all = new double[ProductionWatch.Before + over];
        foreach (var endpoint in endpoints)
            for (var i = 0; i < all.Length; i++)
                all[i] += endpoint.Counts[i];
        Counts = all;
        Usual = new(all, covered, endpoints.Sum(e => e.DaysBefore), endpoints.Sum(e => e.DaysAfter), watch.Total, null);
        ByEndpoint =
        [
            .. endpoints.Select(e => new UsualTraffic(
                e.Counts,
                covered,
                e.DaysBefore,
                e.DaysAfter,
                watch.Total,
                Usual
            )),
        ];
        last = LastHeard();
    }

    /// <summary>What people call it.</summary>
    public string Name => minutes.Name;

    /// <summary>Minutes of the watch that are over.</summary>
    public int Over { get; }

    /// <summary>What it served.</summary>
    public IReadOnlyList<EndpointTraffic> Endpoints { get; }

    /// <summary>What is usual for it.</summary>
    public UsualTraffic Usual { get; }

    /// <summary>What is usual for each endpoint, in the same order.</summary>
    public IReadOnlyList<UsualTraffic> ByEndpoint { get; }

    /// <summary>All its requests from two hours before the switch-over on.</summary>
    public double[] Counts { get; }

    /// <summary>How it was heard in a minute of the watch.</summary>
    public Heard At(int minute) => minutes.At(Begin(minute));

    /// <summary>The last minute up to this one of which it told anything.</summary>
    public int LastHeardAt(int minute) => last[ProductionWatch.Before + minute];

    /// <summary>The last minute up to this one that it can have told by now: figures that usually come late are waited for.</summary>
    public int EndAt(int minute) => Math.Max(LastHeardAt(minute), minute - minutes.Delay);

    /// <summary>Nothing came of it for three minutes beyond its usual delay.</summary>
    public bool IsSilentAt(int minute) => minute - LastHeardAt(minute) >= SourceMinutes.Patience + minutes.Delay;

    /// <summary>The end of the last minute before the end of this one in which anything came.</summary>
    public Instant? HeardUntil(int minute) => minutes.LastBefore(Begin(minute + 1));

    Instant Begin(int minute) => first + Duration.FromMinutes(minute);

    int[] LastHeard()
    {
        var heard = new int[ProductionWatch.Before + Over];
        var latest = -ProductionWatch.Before - SourceMinutes.Patience;
        for (var i = 0; i < heard.Length; i++)
        {
            var begin = Begin(i - ProductionWatch.Before);
            if (minutes.Told.ContainsKey(begin) || minutes.Signs.Contains(begin))
                latest = i - ProductionWatch.Before;
            heard[i] = latest;
        }
        return heard;
    }
}
