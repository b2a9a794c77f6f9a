namespace DutyGuy.Domain;

/// <summary>Requests of which is known only that each took more than one duration and at most another.</summary>
/// <param name="LowMs">Milliseconds; 0 or less when there is no lower border.</param>
/// <param name="HighMs">Milliseconds; infinite when there is no upper border.</param>
/// <param name="Count">How many.</param>
public sealed record DurationBucket(double LowMs, double HighMs, double Count);

/// <summary>
/// Durations from the buckets of a histogram that was kept elsewhere, and the total of all durations.
/// The share u of a bucket's requests took at most low·(high/low)^(u^a): for a = 1 they lie evenly on a logarithmic
/// scale. One a is chosen for all buckets so that the total is the one that was measured. So every count is as it was
/// told, the mean is right, and a change within a bucket is seen, which counts alone do not show.
/// </summary>
public static class BucketedDurations
{
    /// <summary>Where the requests of one bucket are put at most: more would only fill the store.</summary>
    private const int MostPlaces = 8;

    /// <summary>How far a bucket without a lower or an upper border is thought to reach: a guess, mended by the total.</summary>
    private const double Below = 1.0 / 16;
    private const double Above = 8;

    /// <summary>ln a is sought between its negative and itself; further out a bucket's requests all lie at one border.</summary>
    private const double Steepest = 3;

    /// <summary>The durations.</summary>
    /// <param name="buckets">In any order; those without requests are left out.</param>
    /// <param name="sumMs">The total in milliseconds; NaN when it was not told.</param>
    public static DurationHistogram Spread(IReadOnlyList<DurationBucket> buckets, double sumMs)
    {
        var filled = buckets.Where(b => b.Count > 0).Select(b => Bordered(b, sumMs)).ToList();
        var histogram = new DurationHistogram();
        var a = double.IsNaN(sumMs) ? 1 : SteepnessFor(filled, sumMs);
        foreach (var bucket in filled)
        foreach (var ms in Places(bucket, a))
            histogram.Add(ms, bucket.Count / PlacesOf(bucket));
        return histogram;
    }

    private static double SteepnessFor(List<DurationBucket> buckets, double sumMs)
    {
        var (low, high) = (-Steepest, Steepest);
        for (var i = 0; i < 30; i++)
        {
            var middle = (low + high) / 2;
            // The larger a, the shorter the durations.
            if (buckets.Sum(b => Places(b, Math.Exp(middle)).Average() * b.Count) > sumMs)
                low = middle;
            else
                high = middle;
        }
        return Math.Exp((low + high) / 2);
    }

    private static IEnumerable<double> Places(DurationBucket bucket, double a)
    {
        var places = PlacesOf(bucket);
        for (var i = 0; i < places; i++)
            yield return bucket.LowMs * Math.Pow(bucket.HighMs / bucket.LowMs, Math.Pow((i + 0.5) / places, a));
    }

    /// <summary>As many as there are requests or bins, but not too many.</summary>
    private static int PlacesOf(DurationBucket bucket)
    {
        var bins = Math.Log(bucket.HighMs / bucket.LowMs) / Math.Log(DurationHistogram.Gamma);
        return (int)Math.Clamp(Math.Ceiling(Math.Min(bucket.Count, bins)), 1, MostPlaces);
    }

    private static DurationBucket Bordered(DurationBucket bucket, double sumMs) =>
        bucket switch
        {
            // A histogram of one bucket for all tells the mean alone.
            { LowMs: <= 0, HighMs: double.PositiveInfinity } => bucket with
            {
                LowMs = Math.Max(sumMs / bucket.Count, 0.001),
                HighMs = Math.Max(sumMs / bucket.Count, 0.001),
            },
            { HighMs: double.PositiveInfinity } => bucket with { HighMs = bucket.LowMs * Above },
            { HighMs: <= 0 } => bucket with { LowMs = 0.001, HighMs = 0.001 },
            { LowMs: <= 0 } => bucket with { LowMs = bucket.HighMs * Below },
            _ => bucket,
        };
}
