using System.Diagnostics;
using DutyGuy.Commands.Demo;
using NodaTime;
using Xunit;

namespace DutyGuy.Tests.Demo;

/// <summary>One repository of the Clinic and its builds, made once for all tests of it, in a throw-away folder.</summary>
public sealed class ClinicWorld : IAsyncLifetime
{
    /// <summary>A Monday, so that the day before is a Friday.</summary>
    public static readonly LocalDate Today = new(2026, 11, 23);
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public string Folder { get; } = Directory.CreateTempSubdirectory("clinic-").FullName;
    public string Samples { get; } = Path.Combine(Root(), "samples");
    public string Sample => Path.Combine(Samples, "Clinic");
    public string Repository => Path.Combine(Folder, "clinic.git");
    public string Releases => Path.Combine(Folder, "releases");
    public ClinicHistory History { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        History = await ClinicHistory.Create(Sample, Repository, Today, Paris, ClinicRole.Release2);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public ClinicSite Site(string name, int parent)
    {
        var address = ClinicSite.FreeAddress();
        var folder = Path.Combine(Folder, name);
        var site = new ClinicSite(folder, Repository, Releases, address, name, "", parent);
        site.Write();
        return site;
    }

    /// <summary>Builds a release when it was not built before; gives the program.</summary>
    public async Task<string> Build(ClinicRole role)
    {
        var sha = History[role].Sha;
        var (exit, output) = await Script(Site($"build-{role}", Environment.ProcessId), "build", sha);
        return exit == 0
            ? Path.Combine(Releases, sha, "app", "Clinic.dll")
            : throw new InvalidOperationException(output);
    }

    public Task<(int Exit, string Output)> Script(ClinicSite site, string act, params string[] commit) =>
        Run(site.Command(Samples, act, commit));

    public Task<(int Exit, string Output)> Git(params string[] arguments) =>
        Run(["git", "-C", Repository, .. arguments]);

    public static async Task<(int Exit, string Output)> Run(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DutyGuy.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the repository.");
        return folder;
    }
}

/// <summary>Tests that build and start Clinics run one after the other: two cores are enough for one.</summary>
[CollectionDefinition("Clinic")]
public sealed class ClinicCollection : ICollectionFixture<ClinicWorld>;
