using System.Diagnostics;

namespace DutyGuy.Tests.Harness;

/// <summary>Kills a child when this process ends in any way: a shell waits on our pipe and knows the child's number.</summary>
sealed class ParentWatch : IDisposable
{
    readonly Process? shell;

    public ParentWatch(Process child)
    {
        if (OperatingSystem.IsWindows())
            return;
        var start = new ProcessStartInfo(
            "sh",
            ["-c", "trap '' INT HUP TERM; read -r _; kill -9 \"$1\" 2>/dev/null", "watch", $"{child.Id}"]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
        shell = Process.Start(start)!;
    }

    /// <summary>The child has ended; nothing is left to watch.</summary>
    public void Dispose()
    {
        shell?.Kill();
        shell?.Dispose();
    }
}
