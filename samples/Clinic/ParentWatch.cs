using System.Diagnostics;

namespace Clinic;

/// <summary>Ends this process soon after the one in CLINIC_PARENT_PID has gone, however it went.</summary>
public static class ParentWatch
{
    public static void Start()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("CLINIC_PARENT_PID"), out var parent))
            return;
        var born = StartOf(parent);
        new Thread(() => Watch(parent, born)) { IsBackground = true }.Start();
    }

    // The start time tells a new process with the same number from the one that we wait for.
    private static void Watch(int parent, DateTime? born)
    {
        while (born is not null && StartOf(parent) == born)
            Thread.Sleep(500);
        Environment.Exit(0);
    }

    private static DateTime? StartOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return IsZombie(id) ? null : process.StartTime;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or SystemException)
        {
            return null;
        }
    }

    private static bool IsZombie(int id)
    {
        var status = $"/proc/{id}/status";
        return File.Exists(status)
            && File.ReadLines(status).Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));
    }
}
