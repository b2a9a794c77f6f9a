using System.Globalization;
using DutyGuy.Commands.Demo;
using NodaTime;

namespace DutyGuy.Benchmarks.RealRollouts;

/// <summary>
/// `-- real [CLINICS DEPLOYMENTS MINUTES] [--keep FOLDER]` (usually 6 15 5: 30 deployments of each kind in 90 minutes): real
/// measurements. Clinics under load are deployed again and again by their script, their Sentry SDK tells the timings, and
/// the public baselines and ours say of each deployment what got slower, from the minutes before and after it alone.
/// </summary>
internal static class RealRolloutBench
{
    public static async Task<int> Run(string[] args)
    {
        var numbers = args.Skip(1)
            .TakeWhile(a => a != "--keep")
            .Select(a => int.Parse(a, CultureInfo.InvariantCulture))
            .ToList();
        var (clinics, deployments, minutes) = numbers is [var a, var b, var c] ? (a, b, c) : (6, 15, 5);
        var keep = Array.IndexOf(args, "--keep");
        var folder = keep > 0 ? args[keep + 1] : Directory.CreateTempSubdirectory("duty-real-").FullName;
        var set = Path.Combine(folder, "real");
        if (!Directory.Exists(set))
            await Measure(folder, set, clinics, deployments, Duration.FromMinutes(minutes));
        await VerdictBench.Answer(set, oracle: false);
        VerdictBench.Print("Real deployments", [set], oracle: false);
        if (keep < 0)
            Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task Measure(string folder, string set, int clinics, int deployments, Duration window)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        var repository = Path.Combine(folder, "clinic.git");
        var workshop = ClinicHistory.Workshop(repository);
        var sample = Path.Combine(AppContext.BaseDirectory, "samples", "Clinic");
        var history = await ClinicHistory.Create(sample, repository, new(2026, 11, 23), DateTimeZone.Utc);
        var releases = await Releases.Of(history, workshop, stop.Token);
        await using var sink = await TimingSink.Start();
        var all = Enumerable
            .Range(1, clinics)
            .Select(number => new DeployedClinic(
                number,
                Site(Path.Combine(folder, $"site-{number}"), workshop, sink.Dsn($"{number}")),
                releases,
                window
            ))
            .ToList();
        await all[0].Build(stop.Token);
        var made = await Task.WhenAll(
            all.Select((clinic, i) => OrAllStop(clinic.Run(deployments, i, stop.Token), stop))
        );
        var timings = sink.Take();
        var slowdown = new Slowdown(timings.SelectMany(t => t), Releases.Label(releases.Slow));
        foreach (var rollout in made.SelectMany(m => m))
            rollout.Write(set, timings[rollout.Clinic], slowdown);
        Console.WriteLine(slowdown);
    }

    /// <summary>Ninety minutes without one Clinic would be measured for nothing.</summary>
    private static async Task<IReadOnlyList<RealRollout>> OrAllStop(
        Task<IReadOnlyList<RealRollout>> one,
        CancellationTokenSource stop
    )
    {
        try
        {
            return await one;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private static ClinicSite Site(string folder, string repository, string dsn) =>
        new(
            folder,
            repository,
            Path.Combine(Path.GetDirectoryName(folder)!, "releases"),
            ClinicSite.FreeAddress(),
            "production",
            dsn,
            Environment.ProcessId
        );
}
