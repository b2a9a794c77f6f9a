using System.Diagnostics;
using System.Globalization;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Peers;

/// <summary>
/// A real counterpart of the software, started by `tests/peers/NAME.sh`. It prints `port N` when it listens
/// and ends when its standard input ends, so that nothing is left behind even when the tests are killed.
/// </summary>
public sealed class Peer : IAsyncDisposable
{
    private const int NotHere = 69;
    private readonly Process _process;

    private Peer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Skips the test with the reason when something it needs is missing; in CI (`CI=true`) it fails.</summary>
    public static void Require(bool isThere, string what, string howToGetIt) =>
        Needed.Have(isThere ? null : $"needs {what}: {howToGetIt}");

    /// <summary>Starts a peer; skips or fails the test as <see cref="Require"/> when it cannot be had.</summary>
    public static async Task<Peer> StartAsync(string name, params string[] arguments)
    {
        var script = Path.Combine(RepositoryRoot(), "tests", "peers", $"{name}.sh");
        var start = new ProcessStartInfo("sh", [script, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        if (line?.Split(' ') is ["port", var port])
            return new Peer(process, int.Parse(port, CultureInfo.InvariantCulture));

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var (code, said) = (process.ExitCode, (await errors).Trim());
        process.Dispose();
        Require(code != NotHere, name, said);
        throw new InvalidOperationException($"{name}.sh ended with {code} and \"{line}\" instead of its port: {said}");
    }

    /// <summary>The folder of the solution, from wherever the tests run.</summary>
    public static string RepositoryRoot() => House.Repository.Root;

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
