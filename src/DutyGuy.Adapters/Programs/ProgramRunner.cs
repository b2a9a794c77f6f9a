using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DutyGuy.Adapters.Programs;

/// <summary>Runs a program from its argument list, never through a shell, and leaves nothing of it behind when it is ended.</summary>
public static class ProgramRunner
{
    /// <summary>Characters of a line that are kept.</summary>
    public const int LongestLine = 4000;

    /// <summary>Lines of each stream that are told.</summary>
    public const int MostLines = 20_000;

    // A deploy may leave its release running in the background with our pipe in its hands.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>Runs it to its end. It and all that it started is killed at its timeout and when cancelled.</summary>
    /// <param name="onLine">Called for each line as it comes, one call at a time.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing of it runs any more.</exception>
    public static async Task<ProgramResult> RunAsync(
        ProgramCall call,
        Action<ProgramStream, string> onLine,
        CancellationToken cancel = default
    )
    {
        cancel.ThrowIfCancellationRequested();
        if (!Directory.Exists(call.WorkingDirectory))
            return NotStarted($"The folder {call.WorkingDirectory} to run {call.Arguments[0]} in does not exist.");
        if (ProgramFinder.Find(call.Arguments[0], call.WorkingDirectory) is not { } program)
            return NotStarted(
                $"{call.Arguments[0]} is not a program that can be run from {call.WorkingDirectory}. "
                    + "Is the path right, is it installed, and is it executable (chmod +x)?"
            );
        try
        {
            using var process = Process.Start(StartInfo(call, program))!;
            return await WatchAsync(process, call, OneAtATime(onLine), cancel);
        }
        catch (Win32Exception e)
        {
            return NotStarted($"{program} could not be started: {e.Message}.");
        }
    }

    private static async Task<ProgramResult> WatchAsync(
        Process process,
        ProgramCall call,
        Action<ProgramStream, string> onLine,
        CancellationToken cancel
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var reading = new CancellationTokenSource();
        limit.CancelAfter(call.Timeout);
        process.StandardInput.Close();
        var output = new LineReader(ProgramStream.Output, onLine).ReadAsync(process.StandardOutput, reading.Token);
        var error = new LineReader(ProgramStream.Error, onLine).ReadAsync(process.StandardError, reading.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return Ended(process.ExitCode, call.Arguments[0]);
        }
        catch (OperationCanceledException)
        {
            ProcessGroup.Kill(process);
            cancel.ThrowIfCancellationRequested();
            return new ProgramResult(
                null,
                TimedOut: true,
                Started: true,
                $"{call.Arguments[0]} was ended after {call.Timeout}."
            );
        }
        finally
        {
            reading.CancelAfter(Rest);
            await Task.WhenAll(output, error);
        }
    }

    private static ProcessStartInfo StartInfo(ProgramCall call, string program)
    {
        string[] command = ProcessGroup.Leader is { } leader ? [leader, program] : [program];
        var start = new ProcessStartInfo(command[0], [.. command[1..], .. call.Arguments.Skip(1)])
        {
            WorkingDirectory = call.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // The server's own settings hold secrets; code under test or deployed has no business with them.
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in call.Environment)
            start.Environment[name] = value;
        return start;
    }

    private static bool IsOurs(string name) => name.StartsWith("DUTY_", StringComparison.OrdinalIgnoreCase);

    private static Action<ProgramStream, string> OneAtATime(Action<ProgramStream, string> onLine)
    {
        var one = new Lock();
        return (stream, line) =>
        {
            lock (one)
                onLine(stream, line);
        };
    }

    private static ProgramResult Ended(int exitCode, string program) =>
        new(
            exitCode,
            TimedOut: false,
            Started: true,
            exitCode == 0 ? null : $"{program} ended with exit code {exitCode}."
        );

    private static ProgramResult NotStarted(string why) => new(null, TimedOut: false, Started: false, why);
}
