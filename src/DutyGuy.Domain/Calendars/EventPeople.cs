namespace DutyGuy.Domain;

/// <summary>
/// Whom an event of the team's calendar is about: the one whom its title names; else who takes part; else who entered it.
/// Who entered it often does so for another, so they count only when nobody else is named.
/// </summary>
public static class EventPeople
{
    /// <summary>Handles, or why nobody can be named without guessing.</summary>
    public static (IReadOnlyList<string> Handles, string? Why) Of(AwayEvent happens, IReadOnlyList<Person> people)
    {
        var named = InTitle(happens.Title, people);
        if (named.Count == 1)
            return (named, null);
        if (named.Count > 1)
            return ([], $"its title fits several people ({string.Join(", ", named)})");
        var others = happens.Attendees.Where(mail => !SameMail(mail, happens.Organizer));
        var found = ByMail(others, people);
        if (found.Count == 0 && happens.Organizer is { } organizer && !others.Any())
            found = ByMail(happens.Declined.Any(d => SameMail(d, organizer)) ? [] : [organizer], people);
        return (found, found.Count == 0 ? "neither its title nor its mail addresses name somebody of the team" : null);
    }

    private static List<string> ByMail(IEnumerable<string> mails, IReadOnlyList<Person> people) =>
        [
            .. people
                .Where(p => mails.Any(mail => p.Emails.Any(own => SameMail(own, mail))))
                .Select(p => p.Handle)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>“Ann Smith” is not Ann: what lies within a longer name does not count.</summary>
    private static List<string> InTitle(string title, IReadOnlyList<Person> people)
    {
        var places = people
            .SelectMany(p => new[] { p.Handle, p.Name }.SelectMany(word => Places(title, word, p.Handle)))
            .ToList();
        return
        [
            .. places
                .Where(a => !places.Exists(b => b.From <= a.From && a.To <= b.To && b.To - b.From > a.To - a.From))
                .Select(a => a.Handle)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Where a word stands by itself. Asked of each event and person: no pattern, which would be built each time.</summary>
    private static IEnumerable<(int From, int To, string Handle)> Places(string title, string word, string handle)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if (Ends(at - 1) && Ends(at + word.Length))
                yield return (at, at + word.Length, handle);
        }

        int Next(int from) => title.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);
        bool Ends(int at) => at < 0 || at >= title.Length || !(char.IsLetterOrDigit(title[at]) || title[at] == '_');
    }

    internal static bool SameMail(string one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
