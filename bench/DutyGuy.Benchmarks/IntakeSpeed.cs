using System.Diagnostics;
using System.Globalization;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Benchmarks;

/// <summary>
/// `-- intake [seconds] [connections] [program]`: error events acknowledged per second over keep-alive HTTP, each durable before
/// the answer, on SQLite (synchronous=FULL) and on PostgreSQL (fsync on). Sender and server share the machine. Meanwhile
/// main turns red and green once a second, and an open wall must say so: are the passes still on time?
/// </summary>
internal static class IntakeSpeed
{
    /// <summary>Until then the runtime still compiles.</summary>
    private const int WarmUp = 10_000;

    public static async Task Run(string[] args)
    {
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        var connections = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 256;
        Environment.SetEnvironmentVariable("DUTY_TEST_FSYNC", "on");
        Machine.Print();
        Console.WriteLine(
            $"""
            {WarmUp:N0} events before, then {seconds} s of {connections} connections with one event in flight each
                          events      answer in ms      µs of processor     signal to wall in ms
                        a second     median      99%     server     sender     median      worst
            """
        );
        foreach (var kind in Enum.GetValues<DatabaseKind>())
            if (kind == DatabaseKind.Postgres && PostgresCluster.Missing is { } missing)
                Console.WriteLine(missing);
            else
                await Measure(kind, TimeSpan.FromSeconds(seconds), connections, args.ElementAtOrDefault(3));
    }

    private static async Task Measure(DatabaseKind kind, TimeSpan time, int connections, string? program)
    {
        var folder = Directory.CreateTempSubdirectory("duty-bench-").FullName;
        var database =
            kind == DatabaseKind.Postgres
                ? await PostgresCluster.NewDatabase()
                : $"Data Source={Path.Combine(folder, "duty.db")}";
        using var server = BuiltServer.Start(folder, database, program);
        using var watch = new ParentWatch(server);
        try
        {
            using var http = new HttpClient { BaseAddress = await BuiltServer.Address(server) };
            http.DefaultRequestHeaders.Authorization = new("Bearer", BuiltServer.Token);
            await Clinic.SetUp(http);
            await Measure(kind, server, http, time, connections);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(
        DatabaseKind kind,
        Process server,
        HttpClient http,
        TimeSpan time,
        int connections
    )
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections };
        using var loud = new HttpClient(handler) { BaseAddress = http.BaseAddress };
        var sender = await EventSender.Of(http, loud, connections);
        using var wall = await SignalToWall.Open(http);
        await sender.Send(sent => sent < WarmUp);
        using var own = Process.GetCurrentProcess();
        var (server0, own0, clock) = (Cpu(server), Cpu(own), Stopwatch.StartNew());
        var signals = Signals(wall, () => clock.Elapsed < time);
        var answers = await sender.Send(_ => clock.Elapsed < time);
        var elapsed = clock.Elapsed.TotalSeconds;
        var (ofServer, ofSender) = (Cpu(server) - server0, Cpu(own) - own0);
        var walls = await signals;
        Console.WriteLine(
            $"{kind, -12} {answers.Count / elapsed, 7:N0} {answers.Quantile(0.5), 10:N0} {answers.Quantile(0.99), 8:N0} "
                + $"{ofServer / answers.Count, 10:N0} {ofSender / answers.Count, 10:N0} "
                + $"{walls.Quantile(0.5), 10:N0} {walls.Max(), 10:N0}"
        );
    }

    private static async Task<List<double>> Signals(SignalToWall wall, Func<bool> goOn)
    {
        var figures = new List<double>();
        while (goOn())
        {
            figures.Add(await wall.Round());
            await Task.Delay(1000);
        }
        return figures;
    }

    /// <summary>Microseconds that a process computed so far.</summary>
    private static double Cpu(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalMicroseconds;
    }
}
