namespace DutyGuy.Domain;

/// <summary>
/// The warm-up of a new release that all endpoints share, read from the common path: how much slower the first minutes are
/// than later ones. Each endpoint has its own share of it.
/// </summary>
internal sealed class WarmUp
{
    /// <summary>After so many minutes it is over.</summary>
    public const int Longest = 30;

    private const double Smallest = 0.12;
    private const int First = 3;

    private readonly double[] path = new double[Longest];

    /// <summary>Columns of a design that it needs: itself, and its square, for scores are not quite linear.</summary>
    public int Columns => IsThere ? 2 : 0;

    public bool IsThere { get; private set; }

    public static WarmUp Of(CommonPath common, RolloutFrame frame)
    {
        var warmUp = new WarmUp();
        // A young rollout has no later minutes: then it is how much slower than before everything is.
        var young = frame.Seen < Longest + First;
        var later = young ? MeanBefore(common, frame) : Mean(common, frame, Longest, Math.Min(frame.Seen, 2 * Longest));
        if (double.IsNaN(later))
            return warmUp;
        warmUp.IsThere = Mean(common, frame, 0, Math.Min(First, frame.Seen)) - later > Smallest;
        for (var i = 0; i < Math.Min(Longest, frame.Seen); i++)
            warmUp.path[i] = common.Values[CommonPath.Place(frame.Switch + i, true)] - later;
        return warmUp;
    }

    public void Fill(in Cell cell, RolloutFrame frame, Span<double> into)
    {
        var minute = cell.Time - frame.Switch;
        if (!IsThere || !cell.IsNew || minute < 0 || minute >= Longest)
            return;
        (into[0], into[1]) = (path[minute], path[minute] * path[minute]);
    }

    private static double MeanBefore(CommonPath common, RolloutFrame frame) =>
        Mean(common, frame, -Math.Min(Longest, frame.Before), 0, isNew: false);

    private static double Mean(CommonPath common, RolloutFrame frame, int from, int to, bool isNew = true)
    {
        double sum = 0,
            weights = 0;
        for (var minute = from; minute < to; minute++)
        {
            var place = CommonPath.Place(frame.Switch + minute, isNew);
            if (double.IsInfinity(common.Variance(place)))
                continue;
            sum += common.Values[place];
            weights++;
        }
        return sum / weights;
    }
}
