namespace DutyGuy.Domain;

/// <summary>How one metric of one endpoint changed. `P`: chance that noise alone makes it at least so much worse.</summary>
internal sealed record Effect(
    BlockMetric Metric,
    double Before,
    double After,
    double Extra,
    double Change,
    double Low,
    double High,
    double P
);

/// <summary>The effects of one metric on all endpoints.</summary>
internal sealed record MetricEffects(IReadOnlyDictionary<string, Effect> Effects, Effect? Common)
{
    private const int FewestForCommon = 10;

    public static MetricEffects Of(BlockMetric metric, Windows windows)
    {
        var all = windows.Endpoints.Select(e => BlockSeries.Of(e, metric, windows)).Where(s => s.Usable).ToList();
        // Errors have no common level: most endpoints have none.
        var common = metric.IsShare || all.Count < FewestForCommon ? null : BlockSeries.CommonOf(all);
        var series = common is null ? all : all.ConvertAll(s => s.Less(common));
        var inflation = BlockSeries.Inflation(series, windows.BlockMinutes);
        return new(
            series.ToDictionary(s => s.Endpoint, s => Effect(s, metric, windows, inflation), StringComparer.Ordinal),
            common is null
                ? null
                : Told(common, metric, 1, 1, 0, Noise(common, BlockSeries.Inflation([common], windows.BlockMinutes), 0))
        );
    }

    private static Effect Effect(BlockSeries s, BlockMetric metric, Windows windows, double inflation)
    {
        var (before, after) = (windows.Whole(s.Endpoint, 0), windows.Whole(s.Endpoint, 1));
        // Chance alone makes this much noise; blocks that happen to agree must not promise less.
        var floor = Enumerable
            .Range(0, s.SidesUsed)
            .Select(side => windows.Whole(s.Endpoint, side))
            .Sum(w => metric.Spread(w) / w.Count);
        var extra = after.Errors - before.Errors * after.Count / before.Count;
        return Told(s, metric, metric.Shown(before), metric.Shown(after), extra, Noise(s, inflation, floor));
    }

    private static (double Deviation, double Freedom) Noise(BlockSeries s, double inflation, double floor)
    {
        // Blocks that remember their neighbours are worth fewer.
        var freedom = Math.Max(2, s.Freedom / Math.Sqrt(inflation));
        return (Math.Sqrt(Math.Max(floor, s.Variance * inflation)), freedom);
    }

    private static Effect Told(
        BlockSeries s,
        BlockMetric metric,
        double before,
        double after,
        double extra,
        (double Deviation, double Freedom) noise
    )
    {
        var d = s.Difference;
        var reach = StudentT.Reach(noise.Freedom) * noise.Deviation;
        var p = noise.Deviation > 0 ? StudentT.Above(d / noise.Deviation, noise.Freedom) : 1;
        return new(
            metric,
            before,
            after,
            extra,
            metric.Change(d),
            metric.Change(d - reach),
            metric.Change(d + reach),
            p
        );
    }
}
