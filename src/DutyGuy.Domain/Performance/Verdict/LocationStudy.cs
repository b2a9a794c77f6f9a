namespace DutyGuy.Domain;

/// <summary>
/// Fits the step of each endpoint: its durations less the common path are its level, a shift of the day before, its own
/// share of the load and of the further common paths, the release's step, noise with memory, and chance.
/// </summary>
internal sealed class LocationStudy
{
    private const double DayShift = 0.05;
    private const double LoadShare = 0.12;

    // A step of the day before that is no chance is the rhythm of the day.
    private const double RhythmZ = 4;
    private const double RhythmNoise = 0.04;
    private const int FewestOfRhythm = 10;

    private readonly RolloutFrame frame;
    private readonly CommonPath common;
    private readonly double[] load;
    private readonly FactorPaths extra;
    private readonly WarmUp warmUp;
    private readonly Design design;
    private readonly Whitening whitening = new();
    private readonly NormalEquations normal = new();
    private readonly double memory;

    public LocationStudy(
        RolloutFrame frame,
        CommonPath common,
        double[] load,
        FactorPaths extra,
        WarmUp warmUp,
        double memory
    )
    {
        (this.frame, this.common, this.load, this.extra) = (frame, common, load, extra);
        (this.warmUp, this.memory) = (warmUp, memory);
        design = new Design(6 + extra.Count + warmUp.Columns);
        design.Priors[0] = 1e-4;
        design.Priors[1] = 1 / (DayShift * DayShift);
        design.Priors[2] = 1 / (LoadShare * LoadShare);
        for (var i = 0; i < extra.Count; i++)
            design.Priors[3 + i] = 1;
        for (var i = 0; i < warmUp.Columns; i++)
            design.Priors[3 + extra.Count + i] = 4;
        design.Priors[Rhythm] = 1;
        design.Priors[design.Step] = 1e-6;
    }

    /// <summary>The column of what the endpoint does at this hour of every day.</summary>
    private int Rhythm => design.Step - 1;

    public EndpointFit Fit(EndpointSeries one)
    {
        var fit = new EndpointFit(one) { HasRhythm = StepsYesterday(one) };
        Fill(one, fit.HasRhythm);
        for (var i = 0; i < NoiseModel.Levels.Length; i++)
        {
            whitening.Run(design, frame, NoiseModel.Levels[i], memory, normal);
            fit.AtLevel[i] = normal.Solve();
        }
        return fit;
    }

    /// <summary>Fills <see cref="EndpointFit.Expected"/> and gives the coefficients.</summary>
    public double[] Expect(EndpointFit fit)
    {
        Fill(fit.Series, fit.HasRhythm);
        whitening.Run(design, frame, Math.Max(0.002, fit.Level), memory, normal);
        var withStep = Math.Abs(normal.Solve().Z) > 2.5;
        var coefficients = new double[design.Columns - 1];
        normal.Coefficients(coefficients, withStep);
        fit.Expected = new float[design.Count];
        for (var i = 0; i < design.Count; i++)
        {
            var row = design.Row(i);
            var sum = common[fit.Series.Cells[i]];
            for (var j = 0; j < design.Step; j++)
                sum += coefficients[j] * row[j];
            fit.Expected[i] = (float)sum;
        }
        return coefficients;
    }

    /// <summary>Did the endpoint make a step at the same minute of the day before, when nothing was rolled out?</summary>
    private bool StepsYesterday(EndpointSeries one)
    {
        design.Clear();
        foreach (ref readonly var cell in one.Cells.AsSpan())
            if (!frame.IsToday(cell.Time))
            {
                var row = design.Add(cell.Time, one.Spread / cell.Count);
                row[0] = 1;
                row[2] = load[cell.Time];
                row[design.Step] = cell.Time >= frame.Before ? 1 : 0;
                row[design.Measured] = one.Location(cell) - common[cell];
            }
        if (design.Count < FewestOfRhythm)
            return false;
        whitening.Run(design, frame, RhythmNoise, memory, normal);
        return Math.Abs(normal.Solve().Z) > RhythmZ;
    }

    private void Fill(EndpointSeries one, bool rhythm)
    {
        design.Clear();
        foreach (ref readonly var cell in one.Cells.AsSpan())
        {
            var row = design.Add(cell.Time, one.Spread / cell.Count);
            row[0] = 1;
            row[1] = frame.IsToday(cell.Time) ? 0 : 1;
            row[2] = load[cell.Time];
            extra.Fill(one, cell, row[3..]);
            warmUp.Fill(cell, frame, row[(3 + extra.Count)..]);
            row[Rhythm] = rhythm && IsLater(cell.Time) ? 1 : 0;
            row[design.Step] = cell.IsNew ? 1 : 0;
            row[design.Measured] = one.Location(cell) - common[cell];
        }
    }

    private bool IsLater(int time) => time >= (frame.IsToday(time) ? frame.Switch : frame.Before);
}
