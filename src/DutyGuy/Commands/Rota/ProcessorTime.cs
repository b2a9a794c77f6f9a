using System.Diagnostics;
using DutyGuy.Domain;

namespace DutyGuy.Commands.Rota;

/// <summary>Processor time of this program since now, so that a busy machine does not make plans worse.</summary>
sealed class ProcessorTime
{
    // On a machine that gives us next to nothing, nobody waits longer than so many times what they asked for.
    const int Patience = 20;

    // So little that it takes no time, and enough to mend what the first plan leaves.
    const double LeastSteps = 200_000;

    readonly TimeSpan began = Environment.CpuUsage.TotalTime;
    readonly Stopwatch watch = Stopwatch.StartNew();

    public double Seconds => (Environment.CpuUsage.TotalTime - began).TotalSeconds;

    /// <summary>So many seconds from the beginning, of which the search has at least half.</summary>
    public PlanLimit Limit(double seconds)
    {
        var first = Seconds;
        var left = Math.Max(seconds - first, seconds / 2);
        return new(done =>
            seconds <= 0
                ? 1
                : Math.Min(
                    done / LeastSteps,
                    Math.Max((Seconds - first) / left, watch.Elapsed.TotalSeconds / (Patience * seconds))
                )
        );
    }
}
