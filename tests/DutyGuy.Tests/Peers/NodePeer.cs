using System.Diagnostics;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Peers;

/// <summary>Programs with official npm packages (`Peers/node`, brought by `npm ci`).</summary>
static class NodePeer
{
    static readonly string Folder = Path.Combine(Peer.RepositoryRoot(), "tests", "DutyGuy.Tests", "Peers", "node");

    /// <summary>Runs a script to its end; skipped with the reason when Node or the packages are not here (in CI it fails).</summary>
    public static async Task Run(string script, params string[] arguments)
    {
        Needed.Have(
            Directory.Exists(Path.Combine(Folder, "node_modules"))
                ? null
                : "The npm packages of the tests are not installed. ./duty test does it; by hand: npm ci in tests/DutyGuy.Tests/Peers/node (Debian: sudo apt-get install nodejs npm)"
        );
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, script), .. arguments])
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
