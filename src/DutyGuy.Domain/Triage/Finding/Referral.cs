using System.Globalization;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A poke that was answered “not me”, and the file where its error failed.</summary>
public sealed record Declined(string Person, string? Who, Instant At, string File)
{
    internal bool IsIn(string folder) => SourceKind.Folder(File) == folder;
}

/// <summary>Somebody who was asked said that a colleague knows the place where an error failed.</summary>
/// <param name="To">Whom they named.</param>
/// <param name="Weight">The part of the probability that their word has.</param>
/// <param name="Reason">In words, for instance “Ann said on 12 November that Jo knows agenda.rb”.</param>
public sealed record Referral(string To, double Weight, string Reason)
{
    private const double OfFile = 0.8;
    private const double OfFolder = 0.6;
    private const double HalfLifeInDays = 90;

    /// <summary>After so long nobody's word counts.</summary>
    public static readonly Duration Longest = Duration.FromDays(365);

    /// <summary>
    /// The newest word on the file, else on its folder. It ends when whom it names leaves, or is asked there and says
    /// “not me”.
    /// </summary>
    /// <param name="file">Where the error failed (see <see cref="PlaceOf"/>).</param>
    /// <param name="nameOf">How people are called; null for who is not in the team.</param>
    public static Referral? For(
        string file,
        IReadOnlyCollection<Declined> all,
        Func<string, string?> nameOf,
        ZonedDateTime now
    )
    {
        var folder = SourceKind.Folder(file);
        var near = all.Where(one => one.IsIn(folder)).OrderByDescending(one => one.At).ToList();
        return Newest(near.Where(one => one.File == file), near, nameOf) is { } here
                ? Of(here, OfFile, Name(file), nameOf, now)
            : Newest(near, near, nameOf) is { } beside
                ? Of(beside, OfFolder, folder.Length > 0 ? folder : Name(beside.File), nameOf, now)
            : null;
    }

    /// <summary>The file where an error failed: that of its first frame of one's own code; null without one.</summary>
    public static string? PlaceOf(IReadOnlyList<Frame> frames, FramePaths? files) =>
        files?.Of(frames) is [var top, ..]
            ? top.Path
            : frames.FirstOrDefault(frame => frame.InApp != false && frame.Path is not null)?.Path;

    private static Declined? Newest(IEnumerable<Declined> said, List<Declined> near, Func<string, string?> nameOf) =>
        said.FirstOrDefault(one =>
            one.Who is { } who
            && who != one.Person
            && nameOf(who) is not null
            && !near.Exists(later => later.Person == who && later.At >= one.At)
        );

    private static Referral Of(
        Declined said,
        double weight,
        string place,
        Func<string, string?> nameOf,
        ZonedDateTime now
    )
    {
        var age = now.ToInstant() - said.At;
        var day = said.At.InZone(now.Zone).Date.ToString("d MMMM", CultureInfo.InvariantCulture);
        return new(
            said.Who!,
            weight * Math.Pow(0.5, Math.Max(0, age.TotalDays) / HalfLifeInDays),
            $"{nameOf(said.Person) ?? said.Person} said on {day} that {nameOf(said.Who!)} knows {place}"
        );
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
