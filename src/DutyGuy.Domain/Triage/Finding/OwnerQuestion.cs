namespace DutyGuy.Domain;

/// <summary>A frame of the error's stack.</summary>
/// <param name="Path">The file in the repository (see <see cref="FramePaths"/>); null when it is none of its files.</param>
public readonly record struct OwnerFrame(string? Path, int Line, string Function = "");

/// <summary>Who should look at this error?</summary>
/// <param name="Frames">Where it failed first, its callers after it.</param>
/// <param name="At">When it was seen, in seconds since 1970.</param>
/// <param name="Known">How many commits of the index may be known (see <see cref="SourceIndex.KnownAt"/>).</param>
public sealed record OwnerQuestion(IReadOnlyList<OwnerFrame> Frames, long At, int Known)
{
    private const int MostFrames = 6;

    /// <summary>The frames that count: in product source where there is one, the nearest to the failure.</summary>
    public IReadOnlyList<OwnerFrame> Own()
    {
        var files = Frames.Where(frame => frame.Path is not null).ToList();
        var product = files.Where(frame => !SourceKind.IsTest(frame.Path!)).ToList();
        return [.. (product.Count > 0 ? product : files).Take(MostFrames)];
    }

    internal float DaysSince(long moment) => Math.Max(0, (At - moment) / 86400f);
}
