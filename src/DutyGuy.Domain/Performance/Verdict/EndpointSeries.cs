namespace DutyGuy.Domain;

/// <summary>One minute of one release of an endpoint, in figures that add up.</summary>
/// <param name="Scores">Sum of the normal scores, less their mean before.</param>
/// <param name="Tail">Requests slower than 97 % of those before.</param>
internal readonly record struct Cell(
    short Time,
    bool IsNew,
    float Count,
    float Scores,
    float Tail,
    float Errors,
    float SumMs
);

/// <summary>One endpoint, minute by minute. `Before` and `After` are today's requests of the old and of the new release.</summary>
internal sealed record EndpointSeries(string Endpoint, Cell[] Cells, SideTotal Before, SideTotal After)
{
    /// <summary>Score per unit of the logarithm.</summary>
    public double Slope { get; init; } = 1;

    /// <summary>Variance of one request, in squared units of the logarithm.</summary>
    public double Spread { get; init; } = 1;

    public double TailShare { get; init; }
    public double TailDensity { get; init; }
    public float[] TailAtShift { get; init; } = [];

    /// <summary>Requests from which the usual durations were learnt.</summary>
    public double Known { get; init; }

    /// <summary>The series as it was when so many minutes since the switch-over were over.</summary>
    public EndpointSeries Until(RolloutFrame frame, int minutes)
    {
        var end = frame.Switch + minutes;
        var cells = Array.FindAll(Cells, c => c.Time < end);
        return this with { Cells = cells, After = SideTotal.Of(Array.FindAll(cells, c => c.IsNew)) };
    }

    public double Location(in Cell cell) => cell.Scores / cell.Count / Slope;
}

/// <summary>All requests of one side.</summary>
internal sealed class SideTotal
{
    private readonly float[] histogram;
    private readonly int first;

    public SideTotal(double count, double errors, double sumMs, double[] histogram)
    {
        (Count, Errors, SumMs) = (count, errors, sumMs);
        first = Math.Max(0, Array.FindIndex(histogram, h => h > 0));
        var last = Array.FindLastIndex(histogram, h => h > 0);
        this.histogram = new float[Math.Max(0, last - first + 1)];
        for (var i = 0; i < this.histogram.Length; i++)
            this.histogram[i] = (float)histogram[first + i];
    }

    /// <summary>Numbers alone; durations are not known one by one.</summary>
    public static SideTotal Of(Cell[] cells) =>
        new(cells.Sum(c => c.Count), cells.Sum(c => c.Errors), cells.Sum(c => c.SumMs), []);

    public double Count { get; }
    public double Errors { get; }
    public double SumMs { get; }
    public double Mean => SumMs / Count;

    public double Quantile(double q)
    {
        double seen = 0,
            need = q * histogram.Sum();
        for (var i = 0; i < histogram.Length; i++)
            if ((seen += histogram[i]) >= need)
                return BinRange.Ms(first + i);
        return double.NaN;
    }
}
