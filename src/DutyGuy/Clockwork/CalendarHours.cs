using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>The hours of every duty, to see whether an event covers somebody's working day.</summary>
sealed class CalendarHours
{
    readonly List<(Duty Duty, DutyHours Hours)> all = [];

    public static async Task<CalendarHours> Load(DutyDb db, Instant now)
    {
        var hours = new CalendarHours();
        foreach (var duty in await db.AllDuties())
            if (await db.ReadablePlaybook(duty.Id, now) is { } playbook)
                hours.all.Add((duty, RotaOf.Hours(duty, playbook)));
        return hours;
    }

    /// <summary>Those of the person's duties as the person lives them; who has no duty works from nine to six.</summary>
    public IReadOnlyList<DutyHours> Of(Person person)
    {
        var zone = person.Zone is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;
        var member = new Member(person.Handle, person.JoinedOn, person.LeftOn, person.WorkingDays?.ToHashSet());
        var own = all.FindAll(d => RotaOf.TakesPart(d.Duty, person)).ConvertAll(d => d.Hours);
        if (own.Count == 0)
            own =
            [
                new(
                    zone ?? DateTimeZone.Utc,
                    new(9, 0),
                    new(18, 0),
                    DutyHours.MondayToFriday,
                    new HashSet<LocalDate>()
                ),
            ];
        return own.ConvertAll(h => h.For(member, [], zone));
    }
}
