namespace DutyGuy.Domain;

/// <summary>
/// The people of the team behind the people of a history: by any of their addresses, else by a full name that one person
/// of the team bears.
/// </summary>
public sealed class TeamAuthors
{
    private readonly Dictionary<int, string> _handles = [];

    /// <summary>Joins the people of a history to those of the team.</summary>
    public TeamAuthors(Identities authors, IReadOnlyCollection<Person> team)
    {
        // An address is proof, so that all of them come before any name.
        Join(authors, ByMail(team), signature => signature.Mail);
        Join(authors, ByName(team), signature => signature.Name);
    }

    /// <summary>The handle of somebody of the history; null for a stranger.</summary>
    public string? HandleOf(int author) => _handles.GetValueOrDefault(author);

    private void Join(Identities authors, Dictionary<string, string> handles, Func<Signature, string> mark)
    {
        for (var number = 0; number < authors.Count; number++)
            if (handles.TryGetValue(mark(authors[number]).Trim(), out var handle))
                _handles.TryAdd(authors.PersonOf(number), handle);
    }

    private static Dictionary<string, string> ByMail(IEnumerable<Person> team)
    {
        var handles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var person in team)
        foreach (var mail in person.Emails)
            handles.TryAdd(mail.Trim(), person.Handle);
        return handles;
    }

    private static Dictionary<string, string> ByName(IEnumerable<Person> team) =>
        team.GroupBy(person => person.Name.Trim(), StringComparer.OrdinalIgnoreCase)
            .Where(bearers => bearers.Key.Length > 0 && bearers.Count() == 1)
            .ToDictionary(bearers => bearers.Key, bearers => bearers.First().Handle, StringComparer.OrdinalIgnoreCase);
}
