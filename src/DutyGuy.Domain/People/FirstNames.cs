namespace DutyGuy.Domain;

/// <summary>What colleagues call each other.</summary>
public static class FirstNames
{
    /// <summary>The first name; the whole one where another person of the team has the same; the handle of who is unknown.</summary>
    public static string Of(IReadOnlyDictionary<string, Person> team, string handle)
    {
        if (!team.TryGetValue(handle, out var person))
            return handle;
        var first = First(person);
        return team.Values.Any(p => p.Handle != handle && p.LeftOn is null && First(p) == first) ? person.Name : first;
    }

    static string First(Person person) =>
        person.Name.IndexOf(' ') is var end and > 0 ? person.Name[..end] : person.Name;
}
