namespace DutyGuy.Domain;

/// <summary>
/// Generalised least squares for noise with memory plus chance: a Kalman filter runs over all columns at once and leaves
/// uncorrelated remainders of variance 1, whose products are summed (Harvey, Forecasting, Structural Time Series Models
/// and the Kalman Filter, 1989, 3.4). The time is linear in the minutes.
/// </summary>
internal sealed class Whitening
{
    private const int Most = 24;
    private readonly double[] state = new double[Most];
    private readonly double[] white = new double[Most];
    private readonly double[] powers = new double[4096];
    private double powersOf = double.NaN;

    /// <summary>Sums the products; `frame` tells where one day ends.</summary>
    public void Run(Design design, RolloutFrame frame, double level, double memory, NormalEquations normal)
    {
        var n = design.Columns;
        var stationary = level * level;
        PowersOf(memory);
        normal.Clear(n);
        var uncertainty = stationary;
        var last = -1;
        Array.Clear(state, 0, n);
        for (var i = 0; i < design.Count; i++)
        {
            var time = design.TimeOf(i);
            if (last < 0 || frame.IsToday(time) != frame.IsToday(last))
            {
                Array.Clear(state, 0, n);
                uncertainty = stationary;
            }
            else if (time != last)
            {
                var f = powers[time - last];
                for (var j = 0; j < n; j++)
                    state[j] *= f;
                uncertainty = f * f * uncertainty + stationary * (1 - f * f);
            }
            last = time;
            uncertainty = Update(design.Row(i), n, uncertainty, design.ChanceOf(i), normal);
        }
        normal.AddPriors(design.Priors);
    }

    private double Update(ReadOnlySpan<double> row, int n, double uncertainty, double chance, NormalEquations normal)
    {
        var variance = uncertainty + chance;
        var (gain, scale) = (uncertainty / variance, 1 / Math.Sqrt(variance));
        for (var j = 0; j < n; j++)
        {
            var surprise = row[j] - state[j];
            state[j] += gain * surprise;
            white[j] = surprise * scale;
        }
        normal.Add(white, n, variance);
        return uncertainty * (1 - gain);
    }

    private void PowersOf(double memory)
    {
        if (powersOf == memory)
            return;
        powersOf = memory;
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * memory;
    }
}
