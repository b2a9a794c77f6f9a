using System.Text;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Somebody who wrote commits, as the repository names them.</summary>
public sealed record RepositoryAuthor(string Name, string Mail, int Commits);

/// <summary>Proposes a team from the authors of a repository; programs are left out.</summary>
public static class PeopleFromAuthors
{
    static readonly string[] Programs =
    [
        "[bot]",
        "dependabot",
        "renovate",
        "github-actions",
        "semantic-release",
        "snyk-bot",
        "greenkeeper",
        "weblate",
    ];

    const string HiddenMail = "@users.noreply.github.com";

    /// <summary>One person for each author that the team does not have, by name; addresses of the same name joined.</summary>
    public static PeopleImport Propose(
        IReadOnlyList<RepositoryAuthor> authors,
        IReadOnlyList<Person> team,
        LocalDate today
    )
    {
        var known = team.SelectMany(p => p.Emails).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (added, leftOut) = (new List<Person>(), new List<LeftOut>());
        var taken = team.Select(p => p.Handle).ToHashSet(StringComparer.Ordinal);
        foreach (var same in authors.GroupBy(a => Plain(a.Name)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var first = same.MaxBy(a => a.Commits)!;
            if (WhyNot(same, known) is { } why)
                leftOut.Add(new LeftOut(first.Name, first.Mail, why));
            else if (Handle(first.Name, taken) is not { } handle)
                leftOut.Add(new LeftOut(first.Name, first.Mail, "no handle can be made of the name"));
            else
                added.Add(Propose(handle, first.Name, [.. same.OrderByDescending(a => a.Commits)], today));
        }
        return new PeopleImport(added, [], leftOut);
    }

    static string? WhyNot(IEnumerable<RepositoryAuthor> same, HashSet<string> known)
    {
        if (same.Any(IsProgram))
            return "a program";
        return same.Any(a => known.Contains(a.Mail)) ? "in the team already" : null;
    }

    static bool IsProgram(RepositoryAuthor author) =>
        Array.Exists(
            Programs,
            word =>
                author.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
                || author.Mail.Contains(word, StringComparison.OrdinalIgnoreCase)
        )
        || author.Name.EndsWith(" bot", StringComparison.OrdinalIgnoreCase)
        || author.Name.EndsWith("-bot", StringComparison.OrdinalIgnoreCase)
        || author.Mail.StartsWith("bot@", StringComparison.OrdinalIgnoreCase)
        || author.Mail == "noreply@github.com";

    static Person Propose(string handle, string name, IReadOnlyList<RepositoryAuthor> same, LocalDate today)
    {
        var mails = same.Select(a => a.Mail).Distinct(StringComparer.OrdinalIgnoreCase);
        var person = new Person
        {
            Handle = handle,
            Name = name.Length > 100 ? name[..100] : name,
            JoinedOn = today,
            Emails = [.. mails.Where(m => m.Contains('@', StringComparison.Ordinal))],
        };
        var hidden = person.Emails.FirstOrDefault(m => m.EndsWith(HiddenMail, StringComparison.OrdinalIgnoreCase));
        if (hidden is null)
            return person;
        var login = hidden[..^HiddenMail.Length].Split('+')[^1];
        return person with { Accounts = new Dictionary<string, string>(StringComparer.Ordinal) { ["github"] = login } };
    }

    /// <summary>The first name; with letters of the last name, then a number, when somebody has it.</summary>
    static string? Handle(string name, HashSet<string> taken)
    {
        var words = Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !char.IsAsciiLetter(words[0][0]))
            return null;
        var longer = words.Length > 1 ? words[0] + words[^1][0] : words[0];
        var handle = new[] { words[0], longer, string.Join('-', words) }
            .Concat(Enumerable.Range(2, taken.Count + 2).Select(n => words[0] + n))
            .First(h => PersonRules.WrongHandle(h) is not null || !taken.Contains(h));
        return PersonRules.WrongHandle(handle) is null && taken.Add(handle) ? handle : null;
    }

    /// <summary>Small letters a to z, digits and single spaces; accents are taken off.</summary>
    static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
            plain.Append(char.IsAsciiLetterOrDigit(letter) ? letter : WithoutAccent(letter));
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>By a list, because the invariant culture does not take letters apart.</summary>
    static char WithoutAccent(char letter) =>
        letter switch
        {
            >= 'à' and <= 'å' or 'ā' or 'ă' or 'ą' or 'æ' => 'a',
            'ç' or 'ć' or 'č' => 'c',
            'ď' or 'đ' or 'ð' => 'd',
            >= 'è' and <= 'ë' or 'ē' or 'ė' or 'ę' or 'ě' => 'e',
            'ğ' => 'g',
            >= 'ì' and <= 'ï' or 'ī' or 'ı' => 'i',
            'ł' or 'ľ' => 'l',
            'ñ' or 'ń' or 'ň' => 'n',
            >= 'ò' and <= 'ö' or 'ø' or 'ō' or 'ő' or 'œ' => 'o',
            'ř' => 'r',
            'ß' or 'ś' or 'š' or 'ş' or 'ș' => 's',
            'ť' or 'ţ' or 'ț' => 't',
            >= 'ù' and <= 'ü' or 'ū' or 'ů' or 'ű' => 'u',
            'ý' or 'ÿ' => 'y',
            'ź' or 'ż' or 'ž' => 'z',
            _ => ' ',
        };
}
