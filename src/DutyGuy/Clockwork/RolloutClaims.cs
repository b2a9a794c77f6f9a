using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Who runs which rollout, as the database knows it: claimed before the command starts, closed when it ended.</summary>
sealed class RolloutClaims(DutyStore store, IClock clock)
{
    /// <summary>This process.</summary>
    public string Runner { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():n}";

    /// <summary>Takes the next rollout that waits for its command; null when none does.</summary>
    /// <param name="endIsTold">Whether its program only asks another system.</param>
    public async Task<Rollout?> Next(bool endIsTold)
    {
        var waits = await store.Read(db => Waiting(db).AnyAsync());
        return waits ? await store.Change(db => Claim(db, endIsTold)) : null;
    }

    /// <summary>The command ended: the newer state of the rollout, and how the effect went.</summary>
    public Task Close(Rollout claimed, Func<Rollout, Playbook?, Decision> end, string? error) =>
        store.Change(async db =>
        {
            var now = clock.GetCurrentInstant();
            await db.RolloutLeases.Where(l => l.RolloutId == claimed.Id).ExecuteDeleteAsync();
            var rollout = await db.Rollouts.FirstAsync(r => r.Id == claimed.Id);
            if (!IsStillOurs(rollout, claimed))
                return;
            var duty = await db.DutyOf(rollout, now);
            var playbook = duty is null ? null : (await db.PlaybookInForce(duty, now)).Playbook;
            await db.Apply(end(rollout, playbook), now);
            if (error is not null)
                await NoteFailure(db, claimed.Id, error, now);
        });

    /// <summary>Their runner is gone: nobody knows how they ended, and nothing is tried again.</summary>
    public async Task GiveUp(IReadOnlyList<long> rollouts)
    {
        foreach (var id in rollouts)
            await Close(
                await store.Read(db => db.Rollouts.FirstAsync(r => r.Id == id)),
                (rollout, _) => RolloutLife.Unknown(rollout, clock.GetCurrentInstant()),
                "The server was cut off while the command ran."
            );
    }

    /// <summary>Tells other nodes that this process lives; without a pulse, for nothing changed.</summary>
    public Task Beat(long rollout) =>
        store.Change(db =>
            db.RolloutLeases.Where(l => l.RolloutId == rollout)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.Beat, x => x.Beat + 1))
        );

    static IQueryable<Rollout> Waiting(DutyDb db) =>
        db.Rollouts.Where(r =>
            r.StartedBy != null
            && r.Runner == null
            && r.WordUntil == null
            && (r.Status == RolloutStatus.Waiting || r.Status == RolloutStatus.RollingBack)
        );

    async Task<Rollout?> Claim(DutyDb db, bool endIsTold)
    {
        if (await Waiting(db).OrderBy(r => r.Id).FirstOrDefaultAsync() is not { } rollout)
            return null;
        var now = clock.GetCurrentInstant();
        var back = rollout.Status == RolloutStatus.RollingBack;
        var key = back ? await RollBackKey(db, rollout.Id) : EffectKeys.Deploy(rollout.Id);
        var claimed = rollout with
        {
            Runner = Runner,
            Status = back ? RolloutStatus.RollingBack : RolloutStatus.Deploying,
            EndIsTold = endIsTold,
        };
        await db.Replace(claimed);
        await db.RolloutLeases.Where(l => l.RolloutId == rollout.Id).ExecuteDeleteAsync();
        await db.Insert(new RolloutLease { RolloutId = rollout.Id, Runner = Runner });
        await db.Insert(Effect(rollout, key, back, now));
        return claimed;
    }

    static async Task<string> RollBackKey(DutyDb db, long id)
    {
        var prefix = $"roll back({id}, ";
        return EffectKeys.RollBack(id, await db.Outbox.CountAsync(m => m.Key.StartsWith(prefix)) + 1);
    }

    /// <summary>Never waiting: the sender of messages has nothing to do with it, and it is not tried again.</summary>
    static OutboxMessage Effect(Rollout rollout, string key, bool back, Instant now) =>
        new(
            0,
            OutboxKind.Deploy,
            key,
            $"deploy:{rollout.Environment}",
            back ? $"Roll back {rollout.Release}" : $"Deploy {rollout.Release}",
            $"/rollout?id={rollout.Id}",
            OutboxState.Sent,
            now,
            now,
            [new DeliveryAttempt(now, null)]
        );

    /// <summary>Ours until a person settled it; a runner that was thought gone still tells what it knows.</summary>
    static bool IsStillOurs(Rollout rollout, Rollout claimed) =>
        rollout.Runner == claimed.Runner
        || (rollout.Status == RolloutStatus.Unknown && rollout.RolledBackBy == claimed.RolledBackBy);

    static async Task NoteFailure(DutyDb db, long id, string error, Instant now)
    {
        var (deploy, back) = (EffectKeys.Deploy(id), $"roll back({id}, ");
        var effect = await db
            .Outbox.Where(m => m.Key == deploy || m.Key.StartsWith(back))
            .OrderByDescending(m => m.Id)
            .FirstAsync();
        await db.Replace(effect with { State = OutboxState.Failed, Attempts = [new DeliveryAttempt(now, error)] });
    }
}
