using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Benchmarks;

/// <summary>
/// `-- intake [seconds] [connections]`: error events acknowledged per second over keep-alive HTTP, each durable before
/// the answer, on SQLite (synchronous=FULL) and on PostgreSQL. Sender and server share the machine.
/// </summary>
internal static class IntakeSpeed
{
    public static async Task Run(string[] args)
    {
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        var connections = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 256;
        Environment.SetEnvironmentVariable("DUTY_TEST_FSYNC", "on");
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            if (kind == DatabaseKind.Postgres && PostgresCluster.Missing is { } missing)
                Console.WriteLine(missing);
            else
                await Measure(kind, TimeSpan.FromSeconds(seconds), connections);
        }
    }

    private static async Task Measure(DatabaseKind kind, TimeSpan time, int connections)
    {
        var folder = Directory.CreateTempSubdirectory("duty-bench-").FullName;
        var database =
            kind == DatabaseKind.Postgres
                ? await PostgresCluster.NewDatabase()
                : $"Data Source={Path.Combine(folder, "duty.db")}";
        using var server = BuiltServer.Start(folder, database);
        using var watch = new ParentWatch(server);
        try
        {
            var address = await BuiltServer.Address(server);
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections })
            {
                BaseAddress = address,
            };
            var target = await Target(http);
            await Send(http, target, TimeSpan.FromSeconds(3), connections);
            var before = server.TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            var latencies = await Send(http, target, time, connections);
            var (elapsed, cpu) = (clock.Elapsed.TotalSeconds, Cpu(server) - before);
            latencies.Sort();
            Console.WriteLine(
                $"{kind, -9} {latencies.Count / elapsed, 8:N0} events/s   p50 {latencies[latencies.Count / 2], 5:N0} ms   "
                    + $"p99 {latencies[latencies.Count * 99 / 100], 5:N0} ms   server {cpu.TotalMilliseconds * 1000 / latencies.Count, 5:N0} µs of processor an event"
            );
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TimeSpan Cpu(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private static async Task<List<double>> Send(HttpClient http, Target target, TimeSpan time, int connections)
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(async n =>
                {
                    var latencies = new List<double>();
                    for (var i = 0; clock.Elapsed < time; i++)
                        latencies.Add(await Once(http, target, (n * 7919) + i));
                    return latencies;
                })
        );
        return [.. all.SelectMany(l => l)];
    }

    private static async Task<double> Once(HttpClient http, Target target, int number)
    {
        var began = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Path)
        {
            Content = new ByteArrayContent(RecordedEvent.Numbered(number)),
        };
        request.Headers.TryAddWithoutValidation("X-Sentry-Auth", $"Sentry sentry_version=7, sentry_key={target.Key}");
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<Target> Target(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/projects")
        {
            Content = JsonContent.Create(new { name = "shop" }),
        };
        request.Headers.Authorization = new("Bearer", BuiltServer.Token);
        using var answer = await http.SendAsync(request);
        var made = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return new($"/api/{made.GetProperty("id").GetInt32()}/envelope/", made.GetProperty("key").GetString()!);
    }
}

/// <summary>Where to send, and the key for it.</summary>
internal sealed record Target(string Path, string Key);
