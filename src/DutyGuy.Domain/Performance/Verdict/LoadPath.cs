namespace DutyGuy.Domain;

/// <summary>Logarithm of all requests of a minute, about its mean: endpoints slow down under load, each by its own share.</summary>
internal static class LoadPath
{
    public static double[] Of(IReadOnlyList<EndpointSeries> all, RolloutFrame frame)
    {
        var load = new double[frame.Times];
        foreach (var one in all)
        foreach (ref readonly var cell in one.Cells.AsSpan())
            load[cell.Time] += cell.Count;
        var served = load.Where(l => l > 0).Select(l => Math.Log(l)).DefaultIfEmpty(0).Average();
        for (var i = 0; i < load.Length; i++)
            load[i] = load[i] > 0 ? Math.Log(load[i]) - served : 0;
        return load;
    }
}
