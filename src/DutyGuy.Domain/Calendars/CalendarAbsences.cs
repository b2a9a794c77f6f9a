using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What a reading of a calendar changes among the absences that came from it; those of others stay.</summary>
public sealed record CalendarChange(
    IReadOnlyList<Absence> Gone,
    IReadOnlyList<Absence> Added,
    IReadOnlyList<string> LeftOut
);

/// <summary>Makes absences of the events of a calendar.</summary>
public static class CalendarAbsences
{
    /// <summary>What the team reads as the reason. Titles stay in the calendar: they may tell more than colleagues should know.</summary>
    public const string Why = "calendar";

    /// <summary>Events that are listed as left out.</summary>
    private const int MostLeftOut = 50;

    /// <summary>What to change. Days that are over are left as they are: the past does not move.</summary>
    /// <param name="kept">The absences that came from this calendar.</param>
    /// <param name="hours">The hours of the duties of a person, as the person lives them.</param>
    public static CalendarChange Change(
        AbsenceCalendar calendar,
        IReadOnlyList<AwayEvent> events,
        IReadOnlyList<Absence> kept,
        IReadOnlyList<Person> people,
        Func<Person, IReadOnlyList<DutyHours>> hours,
        Instant now
    )
    {
        var known = people.ToDictionary(p => p.Handle, p => (Person: p, Hours: hours(p)), StringComparer.Ordinal);
        var all = known.Values.SelectMany(k => k.Hours).DistinctBy(h => (h.Zone, h.From, h.To)).ToList();
        var (wanted, leftOut) = (new List<Absence>(), new List<LeftOut>());
        foreach (var happens in events)
        {
            var (handles, why) = Whom(calendar, happens, people);
            var absences = handles.Select(h => Of(calendar, happens, known[h].Person, known[h].Hours)).ToList();
            wanted.AddRange(absences.OfType<Absence>().Where(a => Ahead(a, known[a.Person].Hours, now)));
            if (why is not null && FirstDay(happens, all, now) is { } day)
                leftOut.Add(new(Short(happens.Title), day, why));
        }
        var told = wanted.DistinctBy(Key).ToList();
        var coming = kept.Where(a => Ahead(a, known.GetValueOrDefault(a.Person).Hours ?? [], now)).ToList();
        return new(
            [.. coming.ExceptBy(told.Select(Key), Key)],
            [.. told.ExceptBy(coming.Select(Key), Key)],
            [.. leftOut.DistinctBy(l => l.Title).Take(MostLeftOut).Select(l => l.Text)]
        );
    }

    /// <summary>Of one's own calendar every event is about its person, unless they declined it.</summary>
    private static (IReadOnlyList<string> Handles, string? Why) Whom(
        AbsenceCalendar calendar,
        AwayEvent happens,
        IReadOnlyList<Person> people
    )
    {
        if (calendar.Person is not { } handle)
            return EventPeople.Of(happens, people);
        var declined = people
            .Where(p => p.Handle == handle)
            .Any(p => p.Emails.Any(own => happens.Declined.Any(mail => EventPeople.SameMail(own, mail))));
        return (declined ? [] : [handle], null);
    }

    private static Absence? Of(
        AbsenceCalendar calendar,
        AwayEvent happens,
        Person person,
        IReadOnlyList<DutyHours> hours
    ) =>
        EventDays.Of(happens.Time, hours) is var (from, to)
            ? new Absence(person.Handle, from, to, Why, calendar.Source)
            : null;

    private static bool Ahead(Absence absence, IReadOnlyList<DutyHours> hours, Instant now) =>
        absence.To >= (hours.Count == 0 ? now.InUtc().Date : hours[0].DateOf(now));

    /// <summary>The first day of an event that would keep somebody away; null when it is over or too short.</summary>
    private static LocalDate? FirstDay(AwayEvent happens, IReadOnlyList<DutyHours> hours, Instant now) =>
        EventDays.Of(happens.Time, hours) is var (from, to) && to >= now.InUtc().Date ? from : null;

    private static string Short(string title) =>
        title.Length == 0 ? "(no title)"
        : title.Length <= 80 ? title
        : title[..79] + "…";

    private static (string, LocalDate, LocalDate) Key(Absence a) => (a.Person, a.From, a.To);

    private sealed record LeftOut(string Title, LocalDate Day, string Why)
    {
        public string Text => $"“{Title}” on {Day:uuuu-MM-dd}: {Why}.";
    }
}
