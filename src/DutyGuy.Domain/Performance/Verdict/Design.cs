namespace DutyGuy.Domain;

/// <summary>
/// A regression on minutes whose noise has memory: rows in the order of time, the columns beside the last two are what is
/// not the release (levels, load, common paths), then the step of the release, then what was measured.
/// </summary>
internal sealed class Design(int columns)
{
    private double[] rows = new double[256 * columns];
    private double[] chance = new double[256];
    private short[] times = new short[256];
    private readonly double[] priors = new double[columns];

    public int Columns { get; } = columns;
    public int Step => Columns - 2;
    public int Measured => Columns - 1;
    public int Count { get; private set; }

    /// <summary>Precision of what is known beforehand of each coefficient (mean 0); 0 = nothing.</summary>
    public Span<double> Priors => priors;

    public void Clear() => Count = 0;

    /// <summary>Adds a row and gives it to be filled.</summary>
    public Span<double> Add(int time, double variance)
    {
        if (Count == times.Length)
        {
            Array.Resize(ref rows, 2 * rows.Length);
            Array.Resize(ref chance, 2 * Count);
            Array.Resize(ref times, 2 * Count);
        }
        (times[Count], chance[Count]) = ((short)time, variance);
        var row = rows.AsSpan(Count++ * Columns, Columns);
        row.Clear();
        return row;
    }

    public Span<double> Row(int i) => rows.AsSpan(i * Columns, Columns);

    public double ChanceOf(int i) => chance[i];

    public int TimeOf(int i) => times[i];
}
