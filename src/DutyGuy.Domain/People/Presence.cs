using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Whether somebody can be asked now, and their own working hours.</summary>
public static class Presence
{
    /// <summary>Why they cannot be asked today ("Lea is away until 12 March."); null when they can.</summary>
    public static string? Of(DutyFacts facts, string person)
    {
        if (!facts.People.TryGetValue(person, out var known))
            return $"Nobody is called “{person}”.";
        var today = facts.Now.InZone(ZoneOf(facts, known)).Date;
        if (!known.IsInTeamOn(today))
            return $"{known.Name} is not in the team{(known.LeftOn < today ? " any more" : " yet")}.";
        var away = facts.Rota.Absences.FirstOrDefault(a => a.Person == person && a.Covers(today));
        if (away is not null)
            return $"{known.Name} is away until {away.To:d MMMM}.";
        if (PublicHolidays.Find(known.Holidays)?.Names.GetValueOrDefault(today) is { } holiday)
            return $"{known.Name} has a holiday today ({holiday}).";
        return HoursOf(facts, person).IsWorkingDay(today) ? null : $"{known.Name} does not work today.";
    }

    /// <summary>The duty's hours as this person lives them.</summary>
    public static DutyHours HoursOf(DutyFacts facts, string person)
    {
        var known = facts.People[person];
        var member = new Member(person, known.JoinedOn, known.LeftOn, known.WorkingDays?.ToHashSet())
        {
            Holidays = PublicHolidays.Find(known.Holidays),
        };
        return facts.Rota.Hours.For(member, facts.Rota.Absences, ZoneOf(facts, known));
    }

    static DateTimeZone ZoneOf(DutyFacts facts, Person person) =>
        (person.Zone is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null) ?? facts.Playbook.Zone;
}
