using System.Diagnostics;
using DutyGuy.Domain;

namespace DutyGuy.Commands;

/// <summary>Processor time of this program since now, so that a busy machine does not make plans worse.</summary>
sealed class ProcessorTime
{
    // On a machine that gives us next to nothing, nobody waits longer than so many times what they asked for.
    const int Patience = 4;

    readonly TimeSpan began = Environment.CpuUsage.TotalTime;
    readonly Stopwatch watch = Stopwatch.StartNew();

    public double Seconds => (Environment.CpuUsage.TotalTime - began).TotalSeconds;

    public PlanLimit Limit(double seconds) =>
        new(_ => seconds <= 0 ? 1 : Math.Max(Seconds, watch.Elapsed.TotalSeconds / Patience) / seconds);
}
