using System.Text.RegularExpressions;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What a person's fields must look like; each refusal says how to mend it.</summary>
public static partial class PersonRules
{
    /// <summary>The name of who gave only a handle: the handle with a capital.</summary>
    public static string NameFrom(string handle) => char.ToUpperInvariant(handle[0]) + handle[1..];

    /// <summary>Null when a handle can be used.</summary>
    public static Refusal? WrongHandle(string? handle)
    {
        if (string.IsNullOrWhiteSpace(handle))
            return Refusal.Invalid(
                "The handle is missing. It is the short name used everywhere, such as “mel”.",
                "handle"
            );
        if (Form().IsMatch(handle))
            return null;
        var better = NotInHandles().Replace(handle.Trim().ToLowerInvariant().Replace(' ', '-'), "");
        var hint = Form().IsMatch(better) ? $" Write for instance “{better}”." : "";
        return Refusal.Invalid(
            $"“{handle}” cannot be a handle: small letters a to z, digits, dot, hyphen and underscore, "
                + $"beginning with a letter, at most 40.{hint}",
            "handle"
        );
    }

    /// <summary>Null when everything a person says of itself can be kept.</summary>
    public static Refusal? Wrong(Person person) =>
        WrongHandle(person.Handle)
        ?? WrongName(person.Name)
        ?? person.Emails.Select(WrongMail).FirstOrDefault(r => r is not null)
        ?? WrongZone(person.Zone)
        ?? WrongDays(person.WorkingDays)
        ?? WrongShare(person.Share)
        ?? PublicHolidays.Wrong(person.Holidays)
        ?? WrongYear(person.JoinedOn, "joinedOn")
        ?? WrongYear(person.LeftOn, "leftOn")
        ?? (
            person.LeftOn < person.JoinedOn
                ? Refusal.Invalid(
                    $"The last day {person.LeftOn:uuuu-MM-dd} is before the first, {person.JoinedOn:uuuu-MM-dd}.",
                    "leftOn"
                )
                : null
        );

    /// <summary>Null when no other person has one of these addresses.</summary>
    public static Refusal? TakenMail(Person person, IEnumerable<Person> team)
    {
        var mine = person.Emails.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var other = team.FirstOrDefault(p => p.Handle != person.Handle && p.Emails.Any(mine.Contains));
        return other is null
            ? null
            : Refusal.Conflict($"{other.Name} has the address {other.Emails.First(mine.Contains)} already.");
    }

    static Refusal? WrongShare(double share) =>
        share is > 0 and <= 1
            ? null
            : Refusal.Invalid("A share of the turns is above 0 and at most 1; 0.5 means half as many.", "share");

    static Refusal? WrongName(string name) =>
        name is { Length: > 0 and <= 100 } && !string.IsNullOrWhiteSpace(name)
            ? null
            : Refusal.Invalid("A name has 1 to 100 letters.", "name");

    static Refusal? WrongMail(string? mail) =>
        mail is not null && Mail().IsMatch(mail) ? null : Refusal.Invalid($"“{mail}” is not a mail address.", "emails");

    static Refusal? WrongZone(string? zone) =>
        zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
            ? null
            : Refusal.Invalid($"“{zone}” is not a time zone. Write for instance Europe/Paris.", "zone");

    static Refusal? WrongYear(LocalDate? day, string field) =>
        day is { Year: < 1900 or > 2999 }
            ? Refusal.Invalid($"{day:uuuu-MM-dd} cannot be meant. Is the year right?", field)
            : null;

    static Refusal? WrongDays(IReadOnlyList<IsoDayOfWeek>? days) =>
        days is null || (days.Count > 0 && !days.Contains(IsoDayOfWeek.None))
            ? null
            : Refusal.Invalid("Name at least one working day, or leave them out for those of the duty.", "workingDays");

    [GeneratedRegex("^[a-z][a-z0-9._-]{0,39}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    [GeneratedRegex("[^a-z0-9._-]", RegexOptions.NonBacktracking)]
    private static partial Regex NotInHandles();

    [GeneratedRegex("^[^@\\s<>,;]{1,64}@[^@\\s<>,;]{1,190}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();
}
