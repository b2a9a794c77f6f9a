using DutyGuy.Adapters.Programs;

namespace DutyGuy.Commands.Demo;

/// <summary>Production and staging of the Clinic: real processes, deployed by the script that the button calls.</summary>
sealed class DemoSites(DemoFolder folder)
{
    public string Repository => folder.In("clinic.git");

    public ClinicSite Production { get; private set; } = null!;
    public ClinicSite Staging { get; private set; } = null!;

    /// <summary>Only builds, from the workshop where all commits are.</summary>
    public ClinicSite Build { get; private set; } = null!;

    /// <summary>What stands in duty.json of a real installation: how to deploy, to go back, and to check a commit.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Programs
    {
        get
        {
            var script = Path.Combine(DemoFolder.Samples, "deploy", "clinic.sh");
            return
            [
                .. Listed("deploy:production:run", ["bash", script, "deploy", folder.In("production"), "{commit}"]),
                .. Listed(
                    "deploy:production:rollBack",
                    ["bash", script, "deploy", folder.In("production"), "{previous}"]
                ),
                .. Listed("ci:clinic:run", ["bash", "ci.sh"]),
            ];
        }
    }

    /// <summary>Writes the settings of both places; errors and timings go where the DSN says.</summary>
    public void Write(string dsn)
    {
        (Production, Staging) = (Site("production", dsn), Site("staging", dsn));
        Build = Site("build", "") with { Repository = ClinicHistory.Workshop(Repository) };
        Production.Write();
        Staging.Write();
        Build.Write();
    }

    /// <summary>Runs the script; what it says is in the exception when it fails.</summary>
    public static async Task Run(ClinicSite site, string act, string commit, CancellationToken stop)
    {
        var said = new List<string>();
        var call = new ProgramCall(
            site.Command(DemoFolder.Samples, act, commit),
            site.Folder,
            TimeSpan.FromMinutes(10)
        );
        var result = await ProgramRunner.RunAsync(call, (_, line) => said.Add(line), stop);
        if (result.ExitCode != 0)
            throw new NotAsTold(
                $"{act} of {commit[..7]} to {site.Environment} failed: {result.Why} {string.Join(" | ", said.TakeLast(5))}"
            );
    }

    ClinicSite Site(string name, string dsn) =>
        new(
            folder.In(name),
            Repository,
            folder.In("releases"),
            ClinicSite.FreeAddress(),
            name,
            dsn,
            Environment.ProcessId
        );

    static IEnumerable<KeyValuePair<string, string?>> Listed(string key, string[] arguments) =>
        arguments.Select((argument, i) => KeyValuePair.Create($"{key}:{i}", (string?)argument));
}
