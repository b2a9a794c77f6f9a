using System.Diagnostics;

namespace DutyGuy.Commands.Demo;

/// <summary>The git command line, without the configuration of whoever runs it.</summary>
internal static class ClinicGit
{
    /// <summary>Runs git in a folder and gives what it printed. Throws with git's own words when it fails.</summary>
    public static async Task<string> Run(
        string folder,
        IEnumerable<string> arguments,
        CancellationToken cancellation,
        string input = ""
    )
    {
        using var git = Process.Start(Command(folder, arguments))!;
        var output = git.StandardOutput.ReadToEndAsync(cancellation);
        var errors = git.StandardError.ReadToEndAsync(cancellation);
        await git.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        git.StandardInput.Close();
        await git.WaitForExitAsync(cancellation);
        return git.ExitCode == 0
            ? await output
            : throw new NotAsTold($"git {string.Join(' ', arguments)}: {await errors}");
    }

    private static ProcessStartInfo Command(string folder, IEnumerable<string> arguments)
    {
        var command = new ProcessStartInfo("git", ["-C", folder, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE" })
            command.Environment.Remove(name);
        command.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        command.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        command.Environment["GIT_COMMITTER_NAME"] = "Clinic forge";
        command.Environment["GIT_COMMITTER_EMAIL"] = "forge@clinic.example";
        return command;
    }
}
