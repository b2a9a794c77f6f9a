using System.Diagnostics;

namespace DutyGuy.Benchmarks;

/// <summary>The built server in a process of its own, as a user starts it, in real time.</summary>
internal static class BuiltServer
{
    private const string Listening = "Duty Guy listens on ";

    /// <summary>The administrator's token.</summary>
    public const string Token = "bench";

    public static Process Start(string folder, string database, string? program = null)
    {
        program ??= Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "duty.exe" : "duty");
        string[] arguments = ["serve", "--urls", "http://127.0.0.1:0", "--database", database];
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.Environment["DUTY_bootstrap_token"] = Token;
        start.Environment["DUTY_folder"] = Path.Combine(folder, "data");
        start.Environment["DUTY_intake__per-minute"] = "100000000";
        return Process.Start(start)!;
    }

    public static async Task<Uri> Address(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(Listening, StringComparison.Ordinal))
                return new Uri(line[Listening.Length..].Split(' ')[0]);
        throw new InvalidOperationException("duty serve ended before it listened");
    }
}
