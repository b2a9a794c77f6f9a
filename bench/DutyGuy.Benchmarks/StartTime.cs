using System.Diagnostics;

namespace DutyGuy.Benchmarks;

/// <summary>`-- start [program]`: from the start of the process to the first page, on an empty folder and on a used one.</summary>
internal static class StartTime
{
    private const int Rounds = 7;

    public static async Task Run(string[] args)
    {
        Machine.Print();
        var program = args.ElementAtOrDefault(1);
        Console.WriteLine($"program: {program ?? "the build beside this bench"}");
        var empty = new List<double>();
        for (var round = 0; round < Rounds; round++)
            empty.Add(await Once(program));
        Console.WriteLine(
            $"first page of an empty installation: median {empty.Quantile(0.5):N0} ms, slowest {empty.Max():N0} ms of {Rounds}"
        );
    }

    private static async Task<double> Once(string? program)
    {
        var watch = Stopwatch.StartNew();
        await using var server = await ServerProcess.Start(program);
        (await server.Http.GetAsync("/")).EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }
}
