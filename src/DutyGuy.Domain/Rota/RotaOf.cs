using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The rota's facts of one duty, from what is kept.</summary>
public static class RotaOf
{
    /// <summary>No members named means everybody but those who only look.</summary>
    public static RotaFacts Duty(
        Duty duty,
        Playbook playbook,
        IReadOnlyList<Person> people,
        IReadOnlyList<Absence> absences,
        IReadOnlyList<DutyOverride> overrides,
        IReadOnlyList<DutyTurn> turns,
        IReadOnlyList<StoredTurn> planned
    )
    {
        var hours = Hours(duty, playbook);
        return new RotaFacts(
            duty.Id,
            hours,
            hours.FirstDayAfter(duty.CreatedAt),
            [.. people.Where(p => TakesPart(duty, p)).Select(p => MemberOf(p, hours))],
            absences,
            [
                .. overrides
                    .Where(o => o.Duty == duty.Id)
                    .OrderBy(o => o.At)
                    .Select(o => new TurnOverride(o.Date, o.Person, o.Why, o.By, o.InsteadOf)),
            ],
            [.. turns.Where(t => t.Duty == duty.Id).Select(t => new PastTurn(t.Date, t.Person))]
        )
        {
            Planned = [.. planned.Where(t => t.Duty == duty.Id).Select(t => t.ToTurn())],
            EndedAt = duty.EndedAt,
        };
    }

    /// <summary>Whether somebody is in the rota of a duty at all.</summary>
    public static bool TakesPart(Duty duty, Person person) =>
        duty.Members.Count == 0
            ? person.Role != Role.Viewer
            : duty.Members.Contains(person.Handle, StringComparer.Ordinal);

    /// <summary>The hours of a duty: the playbook's, less the dates it is closed on and its public holidays.</summary>
    public static DutyHours Hours(Duty duty, Playbook playbook) =>
        new(
            playbook.Zone,
            playbook.Hours.From,
            playbook.Hours.To,
            playbook.WorkingDays
                ? DutyHours.MondayToFriday
                : Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None).ToHashSet(),
            Closed(duty)
        );

    // Asked on every load: the dates of a place are worked out once, and copied only when the duty adds its own.
    static IReadOnlySet<LocalDate> Closed(Duty duty) =>
        PublicHolidays.Find(duty.Holidays) is not { } holidays ? duty.ClosedOn.ToHashSet()
        : duty.ClosedOn.Count == 0 ? holidays.Dates
        : holidays.Dates.Concat(duty.ClosedOn).ToHashSet();

    static Member MemberOf(Person person, DutyHours hours) =>
        new(
            person.Handle,
            LocalDate.Max(person.JoinedOn, hours.DateOf(person.AddedAt)),
            person.LeftOn,
            person.WorkingDays?.ToHashSet()
        )
        {
            Holidays = PublicHolidays.Find(person.Holidays),
        };
}
