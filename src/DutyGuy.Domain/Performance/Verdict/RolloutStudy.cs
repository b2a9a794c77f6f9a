namespace DutyGuy.Domain;

/// <summary>All that is learnt from the endpoints of one rollout, step by step.</summary>
internal sealed class RolloutStudy
{
    private const int MostPaths = 8;
    private const int EndpointsForMemory = 40;
    private const int MostRounds = 6;
    private const double Settled = 0.004;

    private RolloutStudy(RolloutFrame frame, IReadOnlyList<EndpointSeries> all, double? memory)
    {
        Frame = frame;
        Comparable = all.Where(IsComparable).ToList();
        NotComparable = all.Where(s => !IsComparable(s)).ToList();
        Load = LoadPath.Of(Comparable, frame);
        Common = CommonPath.Of(Comparable, frame);
        WarmUp = WarmUp.Of(Common, frame);
        Paths = FactorPaths.Of(BlockResiduals.Of(Comparable, Common, Load, WarmUp, frame), MostPaths);
        Memory = memory ?? MemoryOf();
        LearnPathSteps();
        Fits = Fitted(Comparable);
        var noise = StepNoise.Of(Fits);
        foreach (var fit in Fits)
            fit.Widen(noise);
        var last = Location(Memory);
        foreach (var fit in Fits)
            last.Expect(fit);
        Platform = new PlatformStudy(frame, Common, Load, Memory).Fit();
        Weigh();
    }

    public RolloutFrame Frame { get; }
    public IReadOnlyList<EndpointSeries> Comparable { get; }

    /// <summary>New with the release, or not called since.</summary>
    public IReadOnlyList<EndpointSeries> NotComparable { get; }
    public double[] Load { get; }
    public CommonPath Common { get; }
    public FactorPaths Paths { get; }
    public WarmUp WarmUp { get; }
    public double Memory { get; }
    public IReadOnlyList<EndpointFit> Fits { get; }
    public StepFit Platform { get; }
    public IReadOnlyList<EndpointEvidence> Evidences { get; private set; } = [];
    public double[] Chances { get; private set; } = [];

    /// <param name="memory">Of the noise, when it is known from an earlier look.</param>
    public static RolloutStudy Of(RolloutFrame frame, IReadOnlyList<EndpointSeries> all, double? memory = null) =>
        new(frame, all, memory);

    /// <summary>True when there are enough endpoints to tell what they do alike.</summary>
    public bool HasPlatform => Comparable.Count >= CommonPath.FewestEndpoints;

    /// <summary>
    /// Everything got slower: by so many errors and so much; and so did the middle one of the endpoints, for among a few of
    /// them one that the release changed pulls what they do alike.
    /// </summary>
    public bool IsPlatformSlower(double errors, double step) =>
        Platform.Z > errors && Platform.Step > step && Platform.Step + MiddleStep() > step;

    /// <summary>False while nothing can be compared.</summary>
    public bool HasSeenBoth => Comparable.Count > 0;

    private static bool IsComparable(EndpointSeries one) => one.Known > 0 && one.Cells.Any(c => c.IsNew);

    // An error of nothing must not weigh more than all others.
    private const double Exact = 1e-12;

    /// <summary>The median of how far the endpoints step beside what they do alike, each weighed by how surely that is known.</summary>
    private double MiddleStep()
    {
        var steps = Fits.OrderBy(f => f.Step).Select(f => (f.Step, Weight: 1 / (f.Error * f.Error + Exact))).ToList();
        var half = steps.Sum(s => s.Weight) / 2;
        return steps.First(s => (half -= s.Weight) <= 0).Step;
    }

    private void Weigh()
    {
        var shares = new ShareStudy(Frame, Memory, UsualErrors());
        Evidences = Fits.Select(f => EndpointEvidence.Of(f, shares)).ToList();
        Chances = TwoGroups.Chances(Evidences.Select(e => e.Log).ToList());
    }

    private double UsualErrors()
    {
        double errors = 0;
        var count = 0;
        foreach (var one in Comparable)
            if (one.Known >= 500)
            {
                var failed = 0.0;
                foreach (ref readonly var cell in one.Cells.AsSpan())
                    failed += cell.IsNew ? 0 : cell.Errors;
                errors += failed / one.Known;
                count++;
            }
        return (errors + 0.002) / (count + 1);
    }

    /// <summary>
    /// From the endpoints that tell most. What is learnt makes it clearer who follows a path and who does not, so again
    /// until nothing moves: shares that are badly known make a step look smaller than it is.
    /// </summary>
    private void LearnPathSteps()
    {
        for (var round = 0; round < MostRounds && Paths.Count > 0; round++)
        {
            var fits = Fitted(Paths.Endpoints);
            if (PathSteps.Learn(Paths, fits, fits.Select(Location(Memory).Expect).ToList()) < Settled)
                break;
        }
    }

    private List<EndpointFit> Fitted(IReadOnlyList<EndpointSeries> endpoints)
    {
        var fits = endpoints.Select(Location(Memory).Fit).ToList();
        LevelPrior.Weigh(fits);
        return fits;
    }

    private LocationStudy Location(double memory) => new(Frame, Common, Load, Paths, WarmUp, memory);

    private double MemoryOf()
    {
        var telling = Comparable.OrderByDescending(s => s.Known / s.Spread).Take(EndpointsForMemory).ToList();
        if (telling.Count < 5)
            return NoiseModel.UsualMemory;
        return NoiseModel.Memories.MaxBy(memory =>
        {
            var study = Location(memory);
            return telling.Sum(one => BayesFactor.LogSum(study.Fit(one).AtLevel.Select(f => f.LogWithout).ToArray()));
        });
    }
}

/// <summary>The three kinds of evidence against an endpoint.</summary>
internal sealed record EndpointEvidence(EndpointFit Fit, double Location, ShareFit Tail, ShareFit Errors)
{
    private static readonly double[] Usual = [Math.Log(0.6), Math.Log(0.2), Math.Log(0.2)];

    public double Log => BayesFactor.LogSum([Usual[0] + Location, Usual[1] + Tail.Log, Usual[2] + Errors.Log]);

    public bool IsErrors => Usual[2] + Errors.Log > Math.Max(Usual[0] + Location, Usual[1] + Tail.Log);

    public bool IsTail => !IsErrors && Usual[1] + Tail.Log > Usual[0] + Location;

    public static EndpointEvidence Of(EndpointFit fit, ShareStudy shares) =>
        new(fit, BayesFactor.OfSteps(fit), shares.Tail(fit), shares.Errors(fit.Series));
}
