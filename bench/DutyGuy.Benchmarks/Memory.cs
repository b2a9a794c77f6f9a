namespace DutyGuy.Benchmarks;

/// <summary>`-- memory [program]`: resident memory idle, and with 200 open pages that each hear every change.</summary>
internal static class Memory
{
    private const int Open = 200;
    private const int Changes = 20;

    public static async Task Run(string[] args)
    {
        Machine.Print();
        await using var server = await ServerProcess.Start(args.ElementAtOrDefault(1));
        await Clinic.SetUp(server.Http);
        await server.Http.GetStringAsync("/");
        Console.WriteLine($"idle: {server.Resident():N0} MB");
        var streams = await Task.WhenAll(Enumerable.Range(0, Open).Select(_ => Listen(server.Http)));
        for (var change = 0; change < Changes; change++)
        {
            await Clinic.Ci(server.Http, $"{change:x40}", change % 2 == 0 ? "failing" : "passing");
            await Task.WhenAll(streams.Select(s => s.ReadLineAsync()));
            await Task.WhenAll(streams.Select(_ => server.Http.GetStringAsync("/")));
        }
        Console.WriteLine($"with {Open} pages open, each loaded anew at {Changes} changes: {server.Resident():N0} MB");
        foreach (var stream in streams)
            stream.Dispose();
    }

    private static async Task<StreamReader> Listen(HttpClient http)
    {
        var answer = await http.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead);
        return new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
    }
}
