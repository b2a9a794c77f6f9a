using DutyGuy.Adapters.Programs;
using DutyGuy.Commands.Demo;

namespace DutyGuy.Benchmarks.RealRollouts;

/// <summary>Three releases of the Clinic that follow each other: a usual one, one that changes nothing, one with a slow search.</summary>
internal sealed record Releases(string Usual, string Same, string Slow)
{
    public const int Count = 3;

    /// <summary>What a release is called in the timings.</summary>
    public static string Label(string commit) => $"clinic@{commit[..10]}";

    /// <summary>The release of the deployment with this number.</summary>
    public string InTurn(int number) =>
        (number % Count) switch
        {
            0 => Usual,
            1 => Same,
            _ => Slow,
        };

    /// <summary>aa: nothing changes; ab: the search gets slow; ba: it is as before again.</summary>
    public string Kind(int number) =>
        (number % Count) switch
        {
            0 => "ba",
            1 => "aa",
            _ => "ab",
        };

    /// <summary>From the history of the sample; what changes nothing is an empty commit.</summary>
    public static async Task<Releases> Of(ClinicHistory history, string workshop, CancellationToken stop)
    {
        var usual = history[ClinicRole.Mend].Sha;
        string[] identity = ["-c", "user.name=Bench", "-c", "user.email=bench@clinic.example"];
        string[] commit = ["commit-tree", $"{usual}^{{tree}}", "-p", usual, "-m", "Nothing"];
        var said = new List<string>();
        var call = new ProgramCall(["git", .. identity, .. commit], workshop, TimeSpan.FromMinutes(1));
        var result = await ProgramRunner.RunAsync(call, (_, line) => said.Add(line), stop);
        return result.ExitCode == 0
            ? new(usual, said[0].Trim(), history[ClinicRole.Slow].Sha)
            : throw new InvalidOperationException($"git commit-tree: {string.Join(" | ", said)}");
    }
}
