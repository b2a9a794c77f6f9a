using System.Collections.Concurrent;
using DutyGuy.Adapters.Git;
using DutyGuy.Domain;

namespace DutyGuy.Clockwork;

/// <summary>Who wrote the files of an error's frames, from the copy of its repository; asked once for a commit.</summary>
public sealed class OwnerSearch(Mirrors mirrors)
{
    const int ChangesLookedAt = 50;
    const int FramesLookedAt = 30;

    readonly ConcurrentDictionary<(string Repository, string Head), Task<IReadOnlyList<string>>> files = new();
    readonly ConcurrentDictionary<
        (string Repository, string Head, string File),
        Task<IReadOnlyList<FileAuthor>>
    > authors = new();

    /// <summary>The newest commit of main in the copy; null when there is no copy yet.</summary>
    public async Task<string?> Head(SourceRepository repository) =>
        mirrors.Has(repository) ? await mirrors.Of(repository).HeadOfAsync(repository.Main) : null;

    /// <summary>The frames that are files of the repository, with their authors.</summary>
    public async Task<IReadOnlyList<FrameHistory>> Frames(SourceRepository repository, string head, TrackedError error)
    {
        var mirror = mirrors.Of(repository);
        var paths = await files.GetOrAdd((repository.Id, head), _ => mirror.FilesAsync(head));
        var found = new List<FrameHistory>();
        foreach (var frame in error.Frames.Take(FramesLookedAt))
            if (frame.Path is { } path && FramePaths.Map(path, paths) is { } file)
                found.Add(new(file, frame.InApp != false, await Authors(mirror, repository, head, file)));
        return found;
    }

    /// <summary>What was learnt of other commits is not asked for again.</summary>
    public void Forget(IReadOnlySet<string> heads)
    {
        foreach (var key in files.Keys.Where(k => !heads.Contains(k.Head)))
            files.TryRemove(key, out _);
        foreach (var key in authors.Keys.Where(k => !heads.Contains(k.Head)))
            authors.TryRemove(key, out _);
    }

    Task<IReadOnlyList<FileAuthor>> Authors(GitMirror mirror, SourceRepository repository, string head, string file) =>
        authors.GetOrAdd((repository.Id, head, file), _ => mirror.FileAuthorsAsync(file, ChangesLookedAt, head));
}
