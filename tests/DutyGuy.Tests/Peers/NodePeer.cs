using System.Diagnostics;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Peers;

/// <summary>Programs with official npm packages (of a folder, brought by `npm ci`).</summary>
static class NodePeer
{
    /// <summary>Runs a script of `Peers/node` to its end.</summary>
    public static Task Run(string script, params string[] arguments) =>
        RunIn("tests/DutyGuy.Tests/Peers/node", script, arguments);

    /// <summary>Runs a script to its end; skipped with the reason when Node or the packages are not here (in CI it fails).</summary>
    public static async Task RunIn(string folder, string script, params string[] arguments)
    {
        var here = Path.Combine(Peer.RepositoryRoot(), folder);
        Needed.Have(
            Directory.Exists(Path.Combine(here, "node_modules"))
                ? null
                : $"The npm packages of the tests are not installed. ./duty test does it; by hand: npm ci in {folder} (Debian: sudo apt-get install nodejs npm)"
        );
        var start = new ProcessStartInfo("node", [Path.Combine(here, script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (process.ExitCode != 0)
            Assert.Fail($"{script} ended with {process.ExitCode}: {errors}");
    }
}
