using DutyGuy.Adapters.Programs;
using DutyGuy.Commands.Demo;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Benchmarks.RealRollouts;

/// <summary>One Clinic under load that is deployed again and again by its script.</summary>
internal sealed class DeployedClinic(int number, ClinicSite site, Releases releases, Duration window)
{
    private static readonly IClock _clock = SystemClock.Instance;
    private static readonly Duration _late = Duration.FromSeconds(2);

    /// <summary>Builds all releases, for every Clinic of the folder.</summary>
    public async Task Build(CancellationToken stop)
    {
        site.Write();
        for (var turn = 0; turn < Releases.Count; turn++)
            await Script("build", stop, releases.InTurn(turn));
    }

    /// <summary>Deploys each of the releases in turn, and after each waits for as many minutes as are compared.</summary>
    /// <param name="offset">Minutes to wait at first, so that the Clinics do not all deploy at once.</param>
    public async Task<IReadOnlyList<RealRollout>> Run(int deployments, int offset, CancellationToken stop)
    {
        site.Write();
        await Deploy(releases.InTurn(0), stop);
        using var loaded = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var load = new ClinicLoad(site.Address, ClinicVisitors.Public, requestsPerSecond: 2, seed: number);
        var visits = load.Run(loaded.Token);
        var made = new List<RealRollout>();
        try
        {
            await Task.Delay((window + Duration.FromMinutes(1 + offset)).ToTimeSpan(), stop);
            for (var turn = 1; turn <= deployments; turn++)
            {
                var start = await NextMinute(stop);
                await Deploy(releases.InTurn(turn), stop);
                made.Add(Rollout(turn, start));
                Console.WriteLine($"{start} clinic {number}: {made[^1].Name}");
                // The next one begins with the minute after.
                await Task.Delay((start + window - _late - _clock.GetCurrentInstant()).ToTimeSpan(), stop);
            }
        }
        finally
        {
            await loaded.CancelAsync();
            await visits;
            await Script("stop", CancellationToken.None);
        }
        return made;
    }

    private RealRollout Rollout(int turn, Instant start) =>
        new(
            $"{releases.Kind(turn)}-{number}-{turn:00}",
            $"{number}",
            Releases.Label(releases.InTurn(turn - 1)),
            Releases.Label(releases.InTurn(turn)),
            start,
            _clock.GetCurrentInstant(),
            window
        );

    private static async Task<Instant> NextMinute(CancellationToken stop)
    {
        var now = _clock.GetCurrentInstant();
        var next = EndpointMinute.BeginOf(now) + Duration.FromMinutes(1);
        await Task.Delay((next - now).ToTimeSpan(), stop);
        return next;
    }

    private Task Deploy(string commit, CancellationToken stop) => Script("deploy", stop, commit);

    private async Task Script(string act, CancellationToken stop, params string[] commit)
    {
        var said = new List<string>();
        var samples = Path.Combine(AppContext.BaseDirectory, "samples");
        var call = new ProgramCall(site.Command(samples, act, commit), site.Folder, TimeSpan.FromMinutes(10));
        var result = await ProgramRunner.RunAsync(call, (_, line) => said.Add(line), stop);
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"{act} of clinic {number}: {string.Join(" | ", said.TakeLast(5))}");
    }
}
