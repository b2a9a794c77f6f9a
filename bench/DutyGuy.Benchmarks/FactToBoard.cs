namespace DutyGuy.Benchmarks;

/// <summary>`-- fact-to-board`: a signal to the open wall, again and again.</summary>
internal static class FactToBoard
{
    private const int Rounds = 200;

    public static async Task Run(string[] args)
    {
        Machine.Print();
        await using var server = await ServerProcess.Start(args.ElementAtOrDefault(1));
        await Clinic.SetUp(server.Http);
        using var wall = await SignalToWall.Open(server.Http);
        var figures = new List<double>();
        while (figures.Count < Rounds)
            figures.Add(await wall.Round());
        Console.WriteLine(
            $"fact to board: median {figures.Quantile(0.5):N0} ms, 99th percentile {figures.Quantile(0.99):N0} ms of {Rounds}"
        );
    }
}
