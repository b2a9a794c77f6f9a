using System.Diagnostics;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Clockwork;

/// <summary>Sees which commands were cut off: their runner is not this process, and its lease stands still.</summary>
sealed class LeaseWatch(string runner)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly Dictionary<long, (long Beat, long Since)> seen = [];

    /// <summary>
    /// Numbers of rollouts whose runner is gone; asked while this process runs no command, so its own are cut off too.
    /// An embedded database has one process, so any other is gone.
    /// </summary>
    public async Task<IReadOnlyList<long>> Gone(DutyDb db)
    {
        var begun = await db
            .Rollouts.Where(r =>
                r.Runner != null
                && (
                    r.Status == RolloutStatus.Deploying
                    || r.Status == RolloutStatus.RollingBack
                    || r.Status == RolloutStatus.Queued
                    || r.Status == RolloutStatus.WaitingForApproval
                )
            )
            .Select(r => new { r.Id, r.Runner })
            .ToListAsync();
        if (begun.Count == 0 || db is SqliteDutyDb)
            return [.. begun.Select(r => r.Id)];
        var others = begun.Where(r => r.Runner != runner).Select(r => r.Id).ToList();
        var beats = await db
            .RolloutLeases.Where(l => others.Contains(l.RolloutId))
            .ToDictionaryAsync(l => l.RolloutId, l => l.Beat);
        var gone = others.Where(id => StandsStill(id, beats.GetValueOrDefault(id, -1)));
        return [.. begun.Where(r => r.Runner == runner).Select(r => r.Id), .. gone];
    }

    bool StandsStill(long rollout, long beat)
    {
        if (seen.TryGetValue(rollout, out var last) && last.Beat == beat)
            return Stopwatch.GetElapsedTime(last.Since) > Patience;
        seen[rollout] = (beat, Stopwatch.GetTimestamp());
        return false;
    }
}
