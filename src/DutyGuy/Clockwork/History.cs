using DutyGuy.Adapters.Git;
using DutyGuy.Domain;

namespace DutyGuy.Clockwork;

/// <summary>The history of a repository as it is known at one commit of main.</summary>
public sealed class History(SourceIndexFile file)
{
    /// <summary>What is not found of the lines by then is left out.</summary>
    static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    readonly PersonFinder finder = new(file.Index);
    readonly Lock oneAtATime = new();

    /// <summary>The newest commit of main that it knows.</summary>
    public CommitId? Head => file.Index.Head;

    /// <summary>How many commits it knows.</summary>
    public int Commits => file.Index.Count;

    /// <summary>Its people.</summary>
    public Identities People => file.Index.People;

    /// <summary>The files of main.</summary>
    public FramePaths Files { get; } = new(file.Index.Files());

    /// <summary>Everybody who could look at an error whose frames are files of the repository.</summary>
    /// <param name="lines">Who wrote the frames' lines; none for the first answer.</param>
    public OwnerRanking Rank(OwnerQuestion question, IReadOnlyList<WrittenLine> lines)
    {
        lock (oneAtATime)
            return finder.Rank(question, lines, int.MaxValue);
    }

    /// <summary>The question for an error of now; null when no frame is a file of the repository.</summary>
    public OwnerQuestion? Question(TrackedError error, long at) =>
        Files.Of(error.Frames) is { Count: > 0 } frames ? new(frames, at, file.Index.Count) : null;

    /// <summary>Who wrote the frames' lines, as the code was in a release.</summary>
    /// <param name="release">The commit of the release; main's newest when it is null or a stranger.</param>
    public IReadOnlyList<WrittenLine> Lines(OwnerQuestion question, CommitId? release)
    {
        var known = release is { } commit ? file.Index.KnownAt(commit) : null;
        using var lines = OwnerLines.Open(file);
        return lines?.Of(question with { Known = known ?? question.Known }, LongestLook) ?? [];
    }
}
