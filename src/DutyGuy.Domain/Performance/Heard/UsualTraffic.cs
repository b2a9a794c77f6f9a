namespace DutyGuy.Domain;

/// <summary>How many requests the two hours before and the same hours of the days before lead one to expect.</summary>
public sealed class UsualTraffic
{
    // Fewer of the days before say nothing about the hour.
    const double FewestOfDays = 20;

    // A source that is as quiet as this every now and then says nothing by being quiet.
    const double RareLows = 0.05;

    readonly double[] counts;
    readonly int covered;
    readonly double recent;

    /// <param name="counts">Requests by minute from two hours before on.</param>
    /// <param name="covered">Minutes of the two hours since the source was heard of.</param>
    /// <param name="daysBefore">Requests of the days before in the same two hours.</param>
    /// <param name="daysAfter">Requests of the days before in the minutes of the watch.</param>
    /// <param name="total">Minutes of the watch.</param>
    /// <param name="source">What is usual for the whole source; null when this is it.</param>
    internal UsualTraffic(
        double[] counts,
        int covered,
        double daysBefore,
        double daysAfter,
        int total,
        UsualTraffic? source
    )
    {
        (this.counts, this.covered) = (counts, covered);
        recent = covered == 0 ? 0 : counts.Skip(ProductionWatch.Before - covered).Take(covered).Sum() / covered;
        Pattern = PatternOf(daysBefore, daysAfter, total, source);
    }

    /// <summary>Requests a minute.</summary>
    public double Rate => recent * Pattern;

    /// <summary>What the days before make of the two hours before; growth is not expected.</summary>
    double Pattern { get; }

    /// <summary>
    /// Whether so many requests are as usual. No: less than a third. Cannot tell: it is that quiet every now and then.
    /// </summary>
    public Tri IsUsual(double requests, int minutes)
    {
        if (requests >= Rate * minutes / 3)
            return Tri.Yes;
        var low = recent * minutes / 3;
        var (lows, blocks) = (0, 0);
        for (var end = ProductionWatch.Before; end - minutes >= ProductionWatch.Before - covered; end -= minutes)
        {
            blocks++;
            lows += counts.AsSpan(end - minutes, minutes).ToArray().Sum() < low ? 1 : 0;
        }
        return lows > blocks * RareLows ? Tri.CannotTell : Tri.No;
    }

    static double PatternOf(double before, double after, int total, UsualTraffic? source)
    {
        if (before < FewestOfDays)
            return source?.Pattern ?? 1;
        // A whole source that told nothing on that day was not seen then.
        if (after == 0 && source is null)
            return 1;
        return Math.Min(1, after / total / (before / ProductionWatch.Before));
    }
}
