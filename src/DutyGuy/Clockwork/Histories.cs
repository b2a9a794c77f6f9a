using System.Collections.Concurrent;
using DutyGuy.Adapters.Git;
using DutyGuy.Domain;
using DutyGuy.Store;

namespace DutyGuy.Clockwork;

/// <summary>How far the history of a repository is known.</summary>
/// <param name="Commits">Commits that are known, or were read so far.</param>
/// <param name="Of">How many there are, while it is being read; else null.</param>
/// <param name="Failure">Why it cannot be read; null when it can.</param>
public sealed record HistoryState(int Commits, int? Of, string? Failure);

/// <summary>
/// The history of each watched repository, kept in a file of the data folder: read in the background, longer with each
/// fetch, made anew when main was rewritten.
/// </summary>
public sealed class Histories(Mirrors mirrors, Pulse pulse) : IHostedService, IDisposable
{
    sealed class Kept
    {
        public History? Now;
        public HistoryState? State;
        public Task Reading = Task.CompletedTask;
    }

    readonly ConcurrentDictionary<string, Kept> all = new(StringComparer.Ordinal);
    readonly CancellationTokenSource stopping = new();

    /// <summary>What is known of a repository; null until it was read for the first time.</summary>
    public History? Of(string repository) => all.GetValueOrDefault(repository)?.Now;

    /// <summary>How far it is known; null before its first fetch.</summary>
    public HistoryState? StateOf(string repository) => all.GetValueOrDefault(repository)?.State;

    /// <summary>Whether any is being read.</summary>
    public bool AnyIsRead => all.Values.Any(kept => kept.State is { Of: not null });

    /// <summary>Reads what is new in the copy, one reading a repository at a time.</summary>
    /// <param name="head">The newest commit there; null when anything that is known will do.</param>
    public void Grow(SourceRepository repository, CommitId? head)
    {
        var kept = all.GetOrAdd(repository.Id, _ => new Kept());
        lock (kept)
            if (!stopping.IsCancellationRequested)
                kept.Reading = After(kept.Reading, kept, repository, head);
    }

    /// <summary>Ends when everything that was fetched is read.</summary>
    public Task Settled() => Task.WhenAll(all.Values.Select(kept => kept.Reading));

    async Task After(Task before, Kept kept, SourceRepository repository, CommitId? head)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        if (kept.Now is { } known && known.Head == (head ?? known.Head))
            return;
        try
        {
            kept.Now = await Read(kept, repository, stopping.Token);
            kept.State = new(kept.Now.Commits, null, null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return;
        }
        catch (Exception broken) when (broken is GitException or IOException or UnauthorizedAccessException)
        {
            kept.State = new(kept.Now?.Commits ?? 0, null, broken.Message);
        }
        pulse.Beat();
    }

    async Task<History> Read(Kept kept, SourceRepository repository, CancellationToken stop)
    {
        var (folder, file) = (mirrors.FolderOf(repository), mirrors.IndexOf(repository));
        // What was known before is soon read on; of a new repository it is said how far it is.
        if (!File.Exists(file))
            kept.State = new(0, await GitLog.CountAsync(folder, stop), null);
        try
        {
            return new(await SourceIndexFile.UpdateAsync(folder, file, stop, Told));
        }
        catch (InvalidDataException)
        {
            // Killed before the first line was written, or of another version.
            File.Delete(file);
            return new(await SourceIndexFile.UpdateAsync(folder, file, stop, Told));
        }

        void Told(int commits)
        {
            if (kept.State is { Of: not null } state)
                kept.State = state with { Commits = commits };
        }
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Settled().WaitAsync(cancellationToken);
    }

    public void Dispose() => stopping.Dispose();
}
