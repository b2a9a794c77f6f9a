namespace DutyGuy.Domain;

/// <summary>Requests of a release in one minute of the watch; empty when it was not told.</summary>
public sealed record ReleaseMinute(int Minute, string Release, double Count);

/// <summary>Which release the figures carry: the one that is said to be served, or another one.</summary>
/// <param name="Agree">Yes: more than half carry ours; no: more than half another one; cannot tell: none carries any.</param>
/// <param name="Other">The release that most of the others carry.</param>
public sealed record FiguresRelease(Tri Agree, string? Other)
{
    /// <summary>Before this minute (the third) both releases may serve.</summary>
    const int From = 2;

    /// <summary>Counted over so many minutes, so that it turns soon when the release arrives.</summary>
    const int Window = 3;

    const int Digits = 7;

    /// <summary>From the minutes since the switch-over.</summary>
    public static FiguresRelease Of(IEnumerable<ReleaseMinute> minutes, string release, string commit, int over)
    {
        var told = minutes
            .Where(m => m.Release.Length > 0 && m.Minute >= From && m.Minute < over && m.Minute >= over - Window)
            .ToList();
        var all = told.Sum(m => m.Count);
        if (all <= 0)
            return new(Tri.CannotTell, null);
        var others = told.Where(m => !Matches(m.Release, release, commit)).ToList();
        if (others.Sum(m => m.Count) <= all / 2)
            return new(Tri.Yes, null);
        var most = others.GroupBy(m => m.Release, StringComparer.Ordinal).MaxBy(r => r.Sum(m => m.Count))!;
        return new(Tri.No, most.Key);
    }

    /// <summary>A release matches when it is ours, also behind the package's name, or names the commit.</summary>
    public static bool Matches(string told, string release, string commit) =>
        told.Equals(release, StringComparison.OrdinalIgnoreCase)
        || told.EndsWith("@" + release, StringComparison.OrdinalIgnoreCase)
        || (
            commit.Length >= Digits
            && commit.All(char.IsAsciiHexDigit)
            && told.Contains(commit[..Digits], StringComparison.OrdinalIgnoreCase)
        );
}
