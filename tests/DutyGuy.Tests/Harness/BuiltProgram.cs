using System.Diagnostics;

namespace DutyGuy.Tests.Harness;

/// <summary>The built <c>duty</c>, as a user starts it.</summary>
public static class BuiltProgram
{
    static readonly string Path = System.IO.Path.Combine(
        AppContext.BaseDirectory,
        OperatingSystem.IsWindows() ? "duty.exe" : "duty"
    );

    /// <summary>Runs a verb to its end.</summary>
    public static Task<CliResult> Run(string folder, params string[] arguments) => Run(folder, null, arguments);

    /// <summary>Runs a verb to its end with more in its environment.</summary>
    public static async Task<CliResult> Run(
        string folder,
        IReadOnlyDictionary<string, string>? environment,
        params string[] arguments
    )
    {
        using var process = Start(folder, environment, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CliResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program in a folder; nothing of our own environment that begins with DUTY_ reaches it.</summary>
    public static Process Start(
        string folder,
        IReadOnlyDictionary<string, string>? environment,
        IReadOnlyList<string> arguments
    )
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (
            var ours in start.Environment.Keys.Where(k => k.StartsWith("DUTY_", StringComparison.Ordinal)).ToList()
        )
            start.Environment.Remove(ours);
        // As tests/Directory.Build.props for the tests themselves: it lives for seconds, and the cores are needed.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

/// <summary>How a verb ended and what it wrote.</summary>
public sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test unless it ended with 0.</summary>
    public CliResult MustSucceed()
    {
        if (ExitCode != 0)
            Assert.Fail($"duty ended with {ExitCode}\n{Output}\n{Error}");
        return this;
    }
}
