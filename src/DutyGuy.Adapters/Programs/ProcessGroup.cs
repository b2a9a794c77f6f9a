using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DutyGuy.Adapters.Programs;

/// <summary>Ends a program with all that it started, also what it left running in the background.</summary>
internal static class ProcessGroup
{
    private const int SigKill = 9;

    /// <summary>The program that gives a command a session of its own; null where there is none.</summary>
    public static string? Leader { get; } = OperatingSystem.IsLinux() ? ProgramFinder.Find("setsid", "/") : null;

    public static void Kill(Process process)
    {
        var group = process.Id;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        // setsid keeps its process id, so the id names the group too, as long as somebody of it lives.
        if (Leader is not null)
            _ = SendSignal(-group, SigKill);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
