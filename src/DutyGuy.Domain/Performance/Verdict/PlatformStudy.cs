namespace DutyGuy.Domain;

/// <summary>
/// Did everything get slower at once? The common path itself is tested for a step of the release, beside the load, a warm-up
/// that fades, and jumps at other times, which are found one after the other.
/// </summary>
internal sealed class PlatformStudy(RolloutFrame frame, CommonPath common, double[] load, double memory)
{
    private const int MostJumps = 4;
    private const double Surprise = 5;
    private const int FirstJump = 6;

    private readonly Whitening whitening = new();
    private readonly NormalEquations normal = new();

    public List<int> Jumps { get; } = [];

    /// <summary>The step and its error, over all levels of the noise.</summary>
    public StepFit Fit()
    {
        if (!common.IsKnown)
            return new(0, double.PositiveInfinity, 0);
        while (true)
        {
            var (fit, level) = Levels();
            if (Jumps.Count == MostJumps || JumpAt(level) is not { } jump)
                return fit;
            Jumps.Add(jump);
        }
    }

    private (StepFit Fit, double Level) Levels()
    {
        var design = Filled();
        var levels = NoiseModel.Levels;
        var fits = new StepFit[levels.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            whitening.Run(design, frame, levels[i], memory, normal);
            fits[i] = normal.Solve();
        }
        var most = fits.Max(f => f.LogWithout + f.Z * f.Z / 2);
        var chances = fits.Select(f => Math.Exp(f.LogWithout + f.Z * f.Z / 2 - most)).ToArray();
        var total = chances.Sum();
        var step = fits.Select((f, i) => chances[i] * f.Step).Sum() / total;
        var error = Math.Sqrt(
            fits.Select((f, i) => chances[i] * (f.Error * f.Error + (f.Step - step) * (f.Step - step))).Sum() / total
        );
        return (new(step, error, most), levels[Array.IndexOf(chances, chances.Max())]);
    }

    private Design Filled()
    {
        var design = new Design(7 + Jumps.Count);
        design.Priors[0] = 1e-4;
        design.Priors[1] = 1e-2;
        design.Priors[2] = 1;
        (design.Priors[3], design.Priors[4]) = (1, 1);
        for (var j = 0; j < Jumps.Count; j++)
            design.Priors[5 + j] = 1;
        design.Priors[design.Step] = 1e-6;
        for (var time = 0; time < frame.Times; time++)
        for (var side = 0; side < 2; side++)
            if (common.Variance(CommonPath.Place(time, side == 1)) is var variance && double.IsFinite(variance))
                Fill(design.Add(time, variance), time, side == 1);
        return design;
    }

    private void Fill(Span<double> row, int time, bool isNew)
    {
        row[0] = 1;
        row[1] = frame.IsToday(time) ? 0 : 1;
        row[2] = load[time];
        if (isNew)
            (row[3], row[4]) = (Math.Exp((frame.Switch - time) / 2.5), Math.Exp((frame.Switch - time) / 6.0));
        for (var j = 0; j < Jumps.Count; j++)
            row[5 + j] = frame.IsToday(Jumps[j]) == frame.IsToday(time) && time >= Jumps[j] ? 1 : 0;
        row[^2] = isNew ? 1 : 0;
        row[^1] = common.Values[CommonPath.Place(time, isNew)];
    }

    /// <summary>The minute at which the path leaps most, if that is no chance and not about the switch-over.</summary>
    private int? JumpAt(double level)
    {
        var innovation = level * Math.Sqrt(1 - memory * memory);
        var (best, most) = (-1, Surprise);
        for (var time = 1; time < frame.Times; time++)
        {
            var away = Math.Abs(time - frame.Switch) >= FirstJump && frame.IsToday(time) == frame.IsToday(time - 1);
            var side = time >= frame.Switch + FirstJump;
            var (now, then) = (CommonPath.Place(time, side), CommonPath.Place(time - 1, side));
            var variance = common.Variance(now) + common.Variance(then) + innovation * innovation;
            if (!away || !double.IsFinite(variance) || Jumps.Contains(time))
                continue;
            var leap = Math.Abs(common.Values[now] - common.Values[then]) / Math.Sqrt(variance);
            if (leap > most)
                (best, most) = (time, leap);
        }
        return best < 0 ? null : best;
    }
}
