using System.Diagnostics;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Git;

/// <summary>Looks up who wrote the lines of an error's frames, through one git that stays.</summary>
public sealed class OwnerLines : IDisposable
{
    private const int Around = 10;
    private readonly SourceIndex _index;
    private readonly GitBlobs _blobs;

    private OwnerLines(SourceIndex index, GitBlobs blobs) => (_index, _blobs) = (index, blobs);

    /// <summary>Opens the repository of an index; null when it is no longer where it was.</summary>
    public static OwnerLines? Open(SourceIndexFile file) =>
        Directory.Exists(file.Repository) ? new(file.Index, new GitBlobs(file.Repository)) : null;

    /// <summary>The writers of the frames' lines and those around them, as far as they are found in that time.</summary>
    public IReadOnlyList<WrittenLine> Of(OwnerQuestion question, TimeSpan longest)
    {
        var watch = Stopwatch.StartNew();
        var trace = new LineTrace(_index, blob => _blobs.Read(blob) is { } text ? LineHashes.Of(text) : null);
        return
        [
            .. question
                .Own()
                .GroupBy(frame => frame.Path!, StringComparer.Ordinal)
                .SelectMany(file =>
                    trace.Of(
                        file.Key,
                        file.SelectMany(frame => Enumerable.Range(frame.Line - Around, (2 * Around) + 1)),
                        question.Known,
                        () => watch.Elapsed < longest
                    )
                ),
        ];
    }

    public void Dispose() => _blobs.Dispose();
}
