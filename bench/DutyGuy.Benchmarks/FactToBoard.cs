using System.Diagnostics;

namespace DutyGuy.Benchmarks;

/// <summary>`-- fact-to-board`: from the start of POST signals/ci to the open wall that says so, loaded at the change it heard of.</summary>
internal static class FactToBoard
{
    private const int Rounds = 200;

    public static async Task Run(string[] args)
    {
        Machine.Print();
        await using var server = await ServerProcess.Start(args.ElementAtOrDefault(1));
        await Clinic.SetUp(server.Http);
        var wall = await Clinic.Wall(server.Http);
        using var live = new StreamReader(await server.Http.GetStreamAsync(wall.Replace("/wall?", "/wall/live?")));
        var page = await server.Http.GetStringAsync(wall);
        var figures = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var (red, watch) = (round % 2 == 0, Stopwatch.StartNew());
            var posted = Clinic.Ci(server.Http, $"{round + 1:x7}", red ? "failing" : "passing");
            while (Red(page) != red)
            {
                await NextChange(live);
                page = await server.Http.GetStringAsync(wall);
            }
            figures.Add(watch.Elapsed.TotalMilliseconds);
            await posted;
        }
        Console.WriteLine(
            $"fact to board: median {figures.Quantile(0.5):N0} ms, 99th percentile {figures.Quantile(0.99):N0} ms of {Rounds}"
        );
    }

    /// <summary>Any event will do: the page decides whether it is the one waited for.</summary>
    private static async Task NextChange(StreamReader live)
    {
        while (await live.ReadLineAsync() is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal))
                return;
    }

    private static bool Red(string page) => page.Contains("Main is red", StringComparison.Ordinal);
}
