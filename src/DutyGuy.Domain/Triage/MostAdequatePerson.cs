using System.Globalization;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Who should look at an error: who recently wrote the code that failed.</summary>
public static class MostAdequatePerson
{
    private const double HalfLifeInDays = 60;
    private const double LibraryFrame = 0.25;
    private const int ReasonsShown = 3;

    private sealed record Share(KnownAuthor? Person, FileAuthor Author, string File, int ChangesOfFile, double Weight);

    /// <summary>Ranks the people who wrote the frames' files; never throws, says why when it names nobody.</summary>
    /// <param name="frames">Where it failed first, its callers after it.</param>
    public static CandidateRanking Rank(
        IReadOnlyList<FrameHistory> frames,
        IReadOnlyList<KnownAuthor> people,
        Instant now
    )
    {
        // A file counts where it stands nearest to the failure: recursion makes nobody more adequate.
        var files = frames.DistinctBy(frame => frame.File, StringComparer.Ordinal).ToList();
        var shares = files.SelectMany((frame, place) => Shares(frame, place, people, now)).ToList();
        var total = shares.Sum(share => share.Weight);
        var candidates = shares
            .Where(share => share.Person is not null)
            .GroupBy(share => share.Person!)
            .Select(group => CandidateOf(group.Key, [.. group], total, now))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Person, StringComparer.Ordinal)
            .ToList();
        return new CandidateRanking(candidates, WhyNobody(files, shares));
    }

    private static IEnumerable<Share> Shares(
        FrameHistory frame,
        int place,
        IReadOnlyList<KnownAuthor> people,
        Instant now
    )
    {
        var weight = (frame.InApp ? 1 : LibraryFrame) / (1 + place);
        var changes = frame.Authors.Sum(author => author.Commits);
        return frame
            .Authors.Where(author => author.Commits > 0)
            .Select(author => new Share(
                PersonOf(author, people),
                author,
                frame.File,
                changes,
                weight * author.Changes.Sum(at => Freshness(now - at))
            ));
    }

    private static double Freshness(Duration age) => Math.Pow(0.5, Math.Max(0, age.TotalDays) / HalfLifeInDays);

    // A mail address is proof; a full name counts only when a single person bears it.
    private static KnownAuthor? PersonOf(FileAuthor author, IReadOnlyList<KnownAuthor> people)
    {
        if (people.FirstOrDefault(person => Has(person.Mails, author.Mail)) is { } byMail)
            return byMail;
        var byName = people.Where(person => Has(person.Names, author.Name)).Take(2).ToList();
        return byName.Count == 1 ? byName[0] : null;
    }

    private static bool Has(IReadOnlyList<string> texts, string text) =>
        text.Trim().Length > 0 && texts.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);

    private static Candidate CandidateOf(KnownAuthor person, List<Share> shares, double total, Instant now)
    {
        // One person may have written a file under two addresses: one sentence a file.
        var reasons = shares
            .GroupBy(share => share.File, StringComparer.Ordinal)
            .OrderByDescending(file => file.Sum(share => share.Weight))
            .Take(ReasonsShown)
            .Select(file => Reason([.. file], now));
        var weight = shares.Sum(share => share.Weight);
        string[] absence = AbsenceOf(person) is { } why ? [why] : [];
        return new Candidate(
            person.Handle,
            total > 0 ? Math.Min(1, weight / total) : 0,
            [.. absence, .. reasons],
            absence.Length > 0
        );
    }

    private static string? AbsenceOf(KnownAuthor person) =>
        person switch
        {
            { Left: true } => "has left the team",
            { Active: false } => "is not active",
            { Present: false } => "is absent today",
            _ => null,
        };

    private static string Reason(List<Share> file, Instant now)
    {
        var (mine, all) = (file.Sum(share => share.Author.Commits), file[0].ChangesOfFile);
        var name = file[0].File.Split('/')[^1];
        var last = Ago(now - file.Max(share => share.Author.Last));
        return all == 1
            ? $"wrote the only known change of {name}, {last}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"wrote {mine} of the last {all} changes of {name}, the last one {last}"
            );
    }

    private static string Ago(Duration age) =>
        (int)Math.Max(0, age.TotalDays) switch
        {
            0 => "within a day",
            1 => "1 day ago",
            < 60 and var days => string.Create(CultureInfo.InvariantCulture, $"{days} days ago"),
            var days => string.Create(CultureInfo.InvariantCulture, $"{days / 30} months ago"),
        };

    private static string? WhyNobody(List<FrameHistory> files, List<Share> shares)
    {
        if (files.Count == 0)
            return "No frame of this error is a file of a watched repository.";
        if (shares.Count == 0)
            return $"The history of {files[0].File} is empty.";
        var strangers = shares
            .Where(share => share.Person is null)
            .Select(share => $"{share.Author.Name} <{share.Author.Mail}>")
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return strangers.Count == 0
            ? null
            : $"Nobody in the team has the address or name of {string.Join(", ", strangers)}.";
    }
}
