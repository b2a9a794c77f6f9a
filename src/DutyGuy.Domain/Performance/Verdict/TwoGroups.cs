namespace DutyGuy.Domain;

/// <summary>
/// Endpoints that the release made worse, and the others: how many there are is learnt from all endpoints (EM), and gives
/// each its chance of being one of them (Efron's two-groups model; 1 less the chance is the local false discovery rate).
/// </summary>
internal static class TwoGroups
{
    private const int Rounds = 40;
    private const double PriorWorse = 0.2;
    private const double PriorAll = 20;

    /// <summary>The chances, in the order of the logarithms of the Bayes factors.</summary>
    public static double[] Chances(IReadOnlyList<double> logs)
    {
        var chances = new double[logs.Count];
        var share = 0.01;
        for (var round = 0; round < Rounds; round++)
        {
            var sum = 0.0;
            for (var i = 0; i < chances.Length; i++)
                sum += chances[i] = ChanceOf(logs[i] + Math.Log(share / (1 - share)));
            share = (sum + PriorWorse) / (chances.Length + PriorAll);
        }
        return chances;
    }

    /// <summary>The smallest chance that is told, so that of those told at most `falseShare` are expected to be false.</summary>
    public static double Limit(double[] chances, double falseShare, double least)
    {
        var (sum, limit, count) = (0.0, double.PositiveInfinity, 0);
        foreach (var chance in chances.OrderDescending())
        {
            sum += 1 - chance;
            if (chance < least || sum / ++count > falseShare)
                break;
            limit = chance;
        }
        return limit;
    }

    private static double ChanceOf(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
