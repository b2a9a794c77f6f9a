using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Store;

/// <summary>
/// The only way to the tables. <see cref="Read{T}"/> looks; <see cref="Change{T}"/> is one transaction of the one
/// writer: load, decide by a pure function, commit the outcome with its effects. Nothing tracked leaves either.
/// </summary>
public sealed class DutyStore(Func<DutyDb> open, Pulse pulse)
{
    readonly SemaphoreSlim writersPlace = new(1, 1);
    KeptAnswers answers = new();
    int restores;

    /// <summary>Beats at every change.</summary>
    public Pulse Pulse => pulse;

    /// <summary>After a restore nothing that was kept counts: rows that are never changed may be others.</summary>
    KeptAnswers Answers()
    {
        if (Interlocked.Exchange(ref restores, pulse.Restores) is var before && before != restores)
            answers = new();
        return answers;
    }

    /// <summary>Looks at the state of one moment, however many queries that takes.</summary>
    public async Task<T> Read<T>(Func<DutyDb, Task<T>> look)
    {
        await using var db = open().With(Answers());
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var moment = await db.BeginReading();
        return await look(db);
    }

    /// <summary>Changes the state in one transaction; nothing is committed when <paramref name="change"/> throws.</summary>
    public async Task<T> Change<T>(Func<DutyDb, Task<T>> change, CancellationToken stop = default)
    {
        var (result, changed) = await InTurn(change, stop);
        if (changed)
            pulse.Beat();
        return result;
    }

    /// <summary>Changes the state; nothing to answer.</summary>
    public Task Change(Func<DutyDb, Task> change, CancellationToken stop = default) =>
        Change(
            async db =>
            {
                await change(db);
                return true;
            },
            stop
        );

    /// <summary>
    /// As <see cref="Change{T}"/>, for what comes in crowds: who waits for a change hears at once of news (the change says
    /// true), and of what was only counted within a second.
    /// </summary>
    public async Task Count(Func<DutyDb, Task<bool>> change)
    {
        var (news, changed) = await InTurn(change, CancellationToken.None);
        if (news)
            pulse.Beat();
        else if (changed)
            pulse.BeatSoon();
    }

    async Task<(T Result, bool Changed)> InTurn<T>(Func<DutyDb, Task<T>> change, CancellationToken stop)
    {
        await writersPlace.WaitAsync(stop);
        try
        {
            return await InTransaction(change, stop);
        }
        finally
        {
            writersPlace.Release();
        }
    }

    async Task<(T Result, bool Changed)> InTransaction<T>(Func<DutyDb, Task<T>> change, CancellationToken stop)
    {
        await using var db = open().With(Answers());
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.LockForWriting(stop);
        var changed = false;
        db.SavedChanges += Saved;
        try
        {
            var result = await change(db);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return (result, changed);
        }
        finally
        {
            db.SavedChanges -= Saved;
        }

        void Saved(object? _, SavedChangesEventArgs saved) => changed |= saved.EntitiesSavedCount > 0;
    }
}
