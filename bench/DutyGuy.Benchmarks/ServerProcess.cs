using System.Diagnostics;
using System.Net.Http.Headers;

namespace DutyGuy.Benchmarks;

/// <summary>The program in a process of its own, in a folder that goes with it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Duty Guy listens on ";
    private const string Token = "a-token-for-benches";
    private readonly Process process;
    private readonly string folder;

    private ServerProcess(Process process, string folder, string address)
    {
        (this.process, this.folder) = (process, folder);
        Http = new HttpClient { BaseAddress = new Uri(address) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public HttpClient Http { get; }

    /// <summary>Megabytes that the process holds in memory.</summary>
    public double Resident()
    {
        process.Refresh();
        return process.WorkingSet64 / 1048576.0;
    }

    /// <summary>Starts a program; without one the build beside this bench.</summary>
    public static async Task<ServerProcess> Start(string? program = null, string? folder = null)
    {
        folder ??= Directory.CreateTempSubdirectory("duty-bench-").FullName;
        program ??= Path.Combine(AppContext.BaseDirectory, "duty");
        var start = new ProcessStartInfo(program, ["serve", "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["DUTY_BOOTSTRAP_TOKEN"] = Token;
        var started = Process.Start(start)!;
        while (await started.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(Listening, StringComparison.Ordinal))
                return new ServerProcess(started, folder, line[Listening.Length..].Split(' ')[0]);
        throw new InvalidOperationException("The server ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
