using System.Runtime.InteropServices;

namespace DutyGuy.Domain;

/// <summary>The steps of shares: of requests in the slow tail, and of those that fail.</summary>
internal sealed class ShareStudy(RolloutFrame frame, double memory, double usualErrors)
{
    private static readonly double[] ErrorLevels = [0.1, 0.2, 0.35, 0.6, 1];

    private readonly Design design = new(5);
    private readonly Whitening whitening = new();
    private readonly NormalEquations normal = new();

    /// <summary>More requests in the tail than the confounders explain.</summary>
    public ShareFit Tail(EndpointFit fit)
    {
        var one = fit.Series;
        if (one.TailShare <= 0)
            return ShareFit.Nothing;
        design.Clear();
        Priors(1 / (0.05 * 0.05 * one.TailDensity * one.TailDensity + 1e-9));
        double hits = 0,
            count = 0,
            before = 0,
            known = 0;
        for (var i = 0; i < one.Cells.Length; i++)
        {
            ref readonly var cell = ref one.Cells[i];
            var expected = Math.Max(TailShifts.At(one.TailAtShift, fit.Expected[i]), one.TailShare / 3);
            Row(
                cell,
                expected * (1 - expected) / cell.Count,
                cell.Tail / cell.Count - expected,
                expected - one.TailShare
            );
            // Requests are counted as many as would have the usual share, so that confounders do not count.
            var worth = cell.Count * expected / one.TailShare;
            if (cell.IsNew)
                (hits, count) = (hits + cell.Tail, count + worth);
            else
                (before, known) = (before + cell.Tail, known + worth);
        }
        if (count <= 0 || known <= 0)
            return ShareFit.Nothing;
        whitening.Run(design, frame, Math.Max(1e-4, one.TailDensity * fit.Level), memory, normal);
        var step = normal.Solve();
        var log = BayesFactor.OfStep(
            step,
            BayesFactor.Tails,
            1,
            added => BayesFactor.OfCounts(hits, count, before + 0.5, known + 10, one.TailShare, added)
        );
        return new(log, step.Step, step.Error);
    }

    /// <summary>More failures; what is usual among the endpoints helps where there were few requests.</summary>
    public ShareFit Errors(EndpointSeries one)
    {
        double errors = 0,
            count = 0,
            before = 0,
            known = 0;
        foreach (ref readonly var cell in one.Cells.AsSpan())
            if (cell.IsNew)
                (errors, count) = (errors + cell.Errors, count + cell.Count);
            else
                (before, known) = (before + cell.Errors, known + cell.Count);
        if (count <= 0 || known <= 0)
            return ShareFit.Nothing;
        // One failure in as many requests as usually have one is known of every endpoint.
        var (priorErrors, priorCount) = (before + 1, known + 1 / usualErrors);
        var share = priorErrors / priorCount;
        design.Clear();
        Priors(1 / (0.3 * 0.3));
        foreach (ref readonly var cell in one.Cells.AsSpan())
            Row(cell, 1 / (share * cell.Count), cell.Errors / cell.Count / share - 1, 0);
        var (log, step) = OverLevels(
            share,
            added => BayesFactor.OfCounts(errors, count, priorErrors, priorCount, share, added)
        );
        var found = errors / count - before / known;
        return new(log, found, step.Error * share);
    }

    private (double Log, StepFit Step) OverLevels(double share, Func<double, double> guard)
    {
        Span<double> chances = stackalloc double[ErrorLevels.Length];
        Span<double> both = stackalloc double[ErrorLevels.Length];
        StepFit middle = default;
        for (var i = 0; i < ErrorLevels.Length; i++)
        {
            whitening.Run(design, frame, ErrorLevels[i], memory, normal);
            var step = normal.Solve();
            chances[i] = step.LogWithout;
            both[i] = step.LogWithout + BayesFactor.OfStep(step, BayesFactor.Failures, 1 / share, guard);
            if (i == ErrorLevels.Length / 2)
                middle = step;
        }
        return (BayesFactor.LogSum(both) - BayesFactor.LogSum(chances), middle);
    }

    private void Priors(double dayShift)
    {
        design.Priors[0] = 1e-6;
        design.Priors[1] = dayShift;
        // What is expected of the confounders may be a third more or less.
        design.Priors[2] = 9;
        design.Priors[design.Step] = 1e-9;
    }

    private void Row(in Cell cell, double variance, double measured, double expected)
    {
        var row = design.Add(cell.Time, variance);
        row[0] = 1;
        row[1] = frame.IsToday(cell.Time) ? 0 : 1;
        row[2] = expected;
        row[design.Step] = cell.IsNew ? 1 : 0;
        row[design.Measured] = measured;
    }
}

/// <summary>How a share changed: logarithm of the Bayes factor, the change and its error.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ShareFit(double Log, double Step, double Error)
{
    public static ShareFit Nothing => new(double.NegativeInfinity, 0, double.NaN);
}
