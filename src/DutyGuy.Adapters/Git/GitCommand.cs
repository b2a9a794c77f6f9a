using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DutyGuy.Adapters.Git;

internal sealed record GitResult(int ExitCode, string Output, string Error);

/// <summary>Runs git itself: an argument list, no shell, no prompt, no hooks, only the protocols that are allowed.</summary>
internal static class GitCommand
{
    // Fixed before every command: hooks and file watchers of a repository never run here.
    private static readonly string[] Always =
    [
        "--literal-pathspecs",
        "-c",
        "core.hooksPath=/dev/null",
        "-c",
        "core.fsmonitor=false",
        "-c",
        "gc.autoDetach=false",
    ];

    public static async Task<GitResult> RunAsync(
        string folder,
        IEnumerable<string> arguments,
        TimeSpan timeout,
        CancellationToken cancel
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeout);
        using var process = Start(folder, arguments);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await Task.WhenAll(output, error);
            await process.WaitForExitAsync(limit.Token);
            return new GitResult(process.ExitCode, await output, (await error).Trim());
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new GitException(
                $"git did not answer within {timeout.TotalSeconds:0} seconds in {folder}. "
                    + "Is the host of the repository reachable from here?",
                e
            );
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    internal static Process Start(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", Always.Concat(arguments))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        SetEnvironment(start.Environment, folder);
        try
        {
            return Process.Start(start) ?? throw new GitException("git did not start.");
        }
        catch (Win32Exception e)
        {
            throw new GitException(
                $"git could not be started in {folder} ({e.Message}). Install git, or mend PATH.",
                e
            );
        }
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, string folder)
    {
        // A server that was started by a git hook would otherwise work on the repository of the hook.
        foreach (var name in environment.Keys.Where(IsForeign).ToList())
            environment.Remove(name);
        environment["GIT_DIR"] = folder;
        environment["GIT_ALLOW_PROTOCOL"] = "https:ssh:file";
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_OPTIONAL_LOCKS"] = "0";
        environment["LC_ALL"] = "C";
        environment.TryAdd("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o ConnectTimeout=10");
    }

    private static bool IsForeign(string name) =>
        name
            is "GIT_DIR"
                or "GIT_WORK_TREE"
                or "GIT_INDEX_FILE"
                or "GIT_OBJECT_DIRECTORY"
                or "GIT_ALTERNATE_OBJECT_DIRECTORIES"
                or "GIT_COMMON_DIR"
                or "GIT_NAMESPACE"
                or "GIT_PREFIX"
                or "GIT_EXEC_PATH"
                or "GIT_ASKPASS"
                or "SSH_ASKPASS";
}
