namespace DutyGuy.Domain;

/// <summary>The step of one endpoint at each of <see cref="NoiseModel.Levels"/>, and how well each level explains it.</summary>
internal sealed class EndpointFit(EndpointSeries series)
{
    public EndpointSeries Series { get; } = series;

    /// <summary>It made a step at this hour of the day before, too.</summary>
    public bool HasRhythm { get; init; }

    public StepFit[] AtLevel { get; } = new StepFit[NoiseModel.Levels.Length];

    /// <summary>Chance of each level when the release did nothing.</summary>
    public double[] LevelChance { get; } = new double[NoiseModel.Levels.Length];

    /// <summary>What is not the release's doing, for each cell, on the scale of the logarithm.</summary>
    public float[] Expected { get; set; } = [];

    /// <summary>The step, were there one.</summary>
    public double Step { get; private set; }

    public double Error { get; private set; }

    public double Level
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < LevelChance.Length; i++)
                sum += LevelChance[i] * NoiseModel.Levels[i];
            return sum;
        }
    }

    public void Weigh(ReadOnlySpan<double> prior)
    {
        var most = double.NegativeInfinity;
        for (var i = 0; i < prior.Length; i++)
            most = Math.Max(most, AtLevel[i].LogWithout);
        var total = 0.0;
        for (var i = 0; i < prior.Length; i++)
            total += LevelChance[i] = prior[i] * Math.Exp(AtLevel[i].LogWithout - most);
        for (var i = 0; i < prior.Length; i++)
            LevelChance[i] /= total;
        Estimate();
    }

    /// <summary>Steps may be this much larger without the release.</summary>
    /// <param name="noise">Standard deviation.</param>
    public void Widen(double noise)
    {
        for (var i = 0; i < AtLevel.Length; i++)
            AtLevel[i] = AtLevel[i] with { Error = Math.Sqrt(AtLevel[i].Error * AtLevel[i].Error + noise * noise) };
        Estimate();
    }

    /// <summary>Weighs the levels as they are when there is a step.</summary>
    private void Estimate()
    {
        Span<double> weights = stackalloc double[LevelChance.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] =
                Math.Log(LevelChance[i] + 1e-300) + AtLevel[i].Z * AtLevel[i].Z / 2 + Math.Log(AtLevel[i].Error);
        var all = BayesFactor.LogSum(weights);
        double step = 0,
            squares = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var (weight, fit) = (Math.Exp(weights[i] - all), AtLevel[i]);
            step += weight * fit.Step;
            squares += weight * (fit.Error * fit.Error + fit.Step * fit.Step);
        }
        (Step, Error) = (step, Math.Sqrt(Math.Max(squares - step * step, 1e-10)));
    }
}
