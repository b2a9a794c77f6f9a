using System.Collections.Concurrent;
using DutyGuy.Adapters.Git;
using DutyGuy.Commands;
using DutyGuy.Domain;

namespace DutyGuy.Clockwork;

/// <summary>The copies of the watched repositories on this machine, one each.</summary>
public sealed class Mirrors(ServeSettings settings) : IDisposable
{
    readonly ConcurrentDictionary<(string, string, string), GitMirror> all = new();

    /// <summary>The copy of a repository; there is nothing in it before its first fetch.</summary>
    /// <exception cref="GitException">The address or the branch is not one.</exception>
    public GitMirror Of(SourceRepository repository) =>
        all.GetOrAdd(
            (repository.Id, repository.Url, repository.Main),
            _ => new GitMirror(FolderOf(repository), repository.Url, repository.Main)
        );

    /// <summary>Whether there is a copy to look into.</summary>
    public bool Has(SourceRepository repository) => File.Exists(Path.Combine(FolderOf(repository), "HEAD"));

    /// <summary>The git directory of the copy.</summary>
    public string FolderOf(SourceRepository repository) => InFolder($"{repository.Id}.git");

    /// <summary>The file that keeps what is known of its history.</summary>
    public string IndexOf(SourceRepository repository) => InFolder($"{repository.Id}.history");

    string InFolder(string name) => Path.GetFullPath(Path.Combine(settings.Folder, "repositories", name));

    public void Dispose()
    {
        foreach (var mirror in all.Values)
            mirror.Dispose();
    }
}
