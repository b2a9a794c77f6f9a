using System.Reflection;
using System.Runtime.InteropServices;

namespace DutyGuy.Benchmarks;

/// <summary>On what a figure was measured: without it a figure says nothing.</summary>
internal static class Machine
{
    public static void Print() =>
        Console.WriteLine(
            $"""
            machine: {Environment.ProcessorCount} cores ({Cpu()}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes
                >> 20} MB, {RuntimeInformation.OSDescription}
            load before: {Load()}
            versions: .NET {Environment.Version}, EF Core {VersionOf(
                "Microsoft.EntityFrameworkCore"
            )}, Npgsql {VersionOf("Npgsql")}
            """
        );

    /// <summary>The value below which this part of the figures lies.</summary>
    public static double Quantile(this IEnumerable<double> figures, double part)
    {
        var sorted = figures.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(part * sorted.Count) - 1)];
    }

    private static string Cpu() =>
        Line("/proc/cpuinfo", "model name") is { } line ? line.Split(':')[1].Trim() : "unknown";

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown";

    private static string? Line(string file, string start) =>
        File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal))
            : null;

    private static string VersionOf(string assembly) => Assembly.Load(assembly).GetName().Version!.ToString(3);
}
