using System.Diagnostics;
using System.Net.Http.Headers;
using DutyGuy.Clockwork;
using DutyGuy.Commands;
using DutyGuy.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DutyGuy.Benchmarks;

/// <summary>`-- pages [\"Host=...\"]`: the 99th percentile of each page and of a pass on two years of data, while signals come in.</summary>
internal static class Pages
{
    private const int Rounds = 100;
    private static readonly string[] Paths =
    [
        "/",
        "/triage",
        "/rollout",
        "/rota",
        "/log",
        "/performance",
        "/playbook",
        "/people",
        "/settings",
        "/api/v1/duties/engineering/board",
        "/api/v1/errors",
        "/api/v1/log",
    ];

    public static async Task Run(string[] args)
    {
        Machine.Print();
        var folder = Directory.CreateTempSubdirectory("duty-bench-").FullName;
        await using var app = DutyServer.Build(Settings(folder, args.ElementAtOrDefault(1)), Clock());
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "t");
        await Clinic.SetUp(http);
        var watch = Stopwatch.StartNew();
        await TwoYears.Fill(app.Services.GetRequiredService<DutyStore>());
        await app.Services.GetRequiredService<Passes>().RunNow();
        Console.WriteLine($"two years written, and the first pass done, in {watch.Elapsed.TotalSeconds:N0} s");
        await Measure("a pass", () => app.Services.GetRequiredService<Passes>().RunNow());
        using var stop = new CancellationTokenSource();
        var load = Signals(http, stop.Token);
        foreach (var path in Paths)
            await Page(http, path);
        await stop.CancelAsync();
        await load;
        await app.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Page(HttpClient http, string path)
    {
        using var first = await http.GetAsync(path);
        if (first.IsSuccessStatusCode)
            await Measure(path, () => http.GetStringAsync(path));
        else
            Console.WriteLine($"{path, -36} {(int)first.StatusCode}: not there");
    }

    private static async Task Measure(string name, Func<Task> act)
    {
        var figures = new List<double>();
        await act();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await act();
            figures.Add(watch.Elapsed.TotalMilliseconds);
        }
        Console.WriteLine(
            $"{name, -36} median {figures.Quantile(0.5), 6:N0} ms, 99th percentile {figures.Quantile(0.99), 6:N0} ms"
        );
    }

    /// <summary>Light load: a result of CI every half second.</summary>
    private static async Task Signals(HttpClient http, CancellationToken stop)
    {
        for (var i = 1; !stop.IsCancellationRequested; i++)
        {
            await Clinic.Ci(http, $"{i:x40}", "passing");
            await Task.WhenAny(Task.Delay(500, stop));
        }
    }

    private static DutyClock Clock()
    {
        var clock = new DutyClock(testing: true);
        clock.TrySet(TwoYears.Now);
        return clock;
    }

    private static ServeSettings Settings(string folder, string? database) =>
        ServeSettings.Read(
            folder,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["urls"] = "http://127.0.0.1:0",
                ["database"] = database ?? $"Data Source={Path.Combine(folder, "duty.db")}",
                ["folder"] = folder,
                ["bootstrap_token"] = "t",
                ["test-clock"] = "true",
            }
        );
}
