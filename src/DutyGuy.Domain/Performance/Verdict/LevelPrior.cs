namespace DutyGuy.Domain;

/// <summary>How loud the noise of the endpoints is, learnt from all of them (empirical Bayes on a grid, by EM).</summary>
internal static class LevelPrior
{
    private const int Rounds = 12;
    private const double Prior = 0.5;

    public static void Weigh(IReadOnlyList<EndpointFit> fits)
    {
        var levels = NoiseModel.Levels.Length;
        var prior = Enumerable.Repeat(1.0 / levels, levels).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var sums = Enumerable.Repeat(Prior, levels).ToArray();
            foreach (var fit in fits)
            {
                fit.Weigh(prior);
                for (var i = 0; i < levels; i++)
                    sums[i] += fit.LevelChance[i];
            }
            var total = sums.Sum();
            for (var i = 0; i < levels; i++)
                prior[i] = sums[i] / total;
        }
        foreach (var fit in fits)
            fit.Weigh(prior);
    }
}
