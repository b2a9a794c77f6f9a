using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.People;

/// <summary>What is told of a new person; only the handle is needed.</summary>
public sealed record NewPerson(
    string? Handle = null,
    string? Name = null,
    IReadOnlyList<string>? Emails = null,
    string? Zone = null,
    LocalDate? JoinedOn = null,
    LocalDate? LeftOn = null,
    IReadOnlyList<IsoDayOfWeek>? WorkingDays = null,
    IReadOnlyList<string>? Skills = null,
    string? Team = null,
    IReadOnlyDictionary<string, string>? Accounts = null,
    Role? Role = null,
    double? Share = null,
    string? Holidays = null
)
{
    public Person ToPerson(LocalDate today) =>
        new()
        {
            Handle = Handle!,
            Name = Name ?? PersonRules.NameFrom(Handle!),
            Emails = Emails ?? [],
            Zone = Zone,
            Holidays = Holidays,
            JoinedOn = JoinedOn ?? today,
            LeftOn = LeftOn,
            WorkingDays = WorkingDays,
            Skills = Skills ?? [],
            Team = Team,
            Accounts = Accounts ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Role = Role ?? Domain.Role.Engineer,
            Share = Share ?? 1,
        };
}

/// <summary>Somebody joins the team.</summary>
static class AddPerson
{
    public static async Task<Outcome<Person>> Do(DutyDb db, NewPerson asked, Caller caller, Instant now)
    {
        if (PersonRules.WrongHandle(asked.Handle) is { } handle)
            return handle;
        var person = asked.ToPerson(now.InUtc().Date);
        var team = await db.People.ToListAsync();
        if (team.Exists(p => p.Handle == person.Handle))
            return Refusal.Conflict(
                $"“{person.Handle}” is in the team already. Take another handle, or change that person."
            ) with
            {
                Field = "handle",
            };
        if ((PersonRules.Wrong(person) ?? PersonRules.TakenMail(person, team)) is { } wrong)
            return wrong;
        await Join(db, person, caller, now);
        return person;
    }

    /// <summary>Writes the person and the fact.</summary>
    public static Task Join(DutyDb db, Person person, Caller caller, Instant now)
    {
        db.Append(
            PeopleFact(person.Handle, $"{person.Name} is in the team from {person.JoinedOn:uuuu-MM-dd}.", caller, now)
        );
        return db.Insert(person with { AddedAt = now });
    }

    /// <summary>A fact about who is there.</summary>
    public static Fact PeopleFact(string handle, string text, Caller caller, Instant now) =>
        new()
        {
            At = now,
            Kind = FactKind.RotaChanged,
            Source = caller.Name,
            Subject = "person:" + handle,
            Text = text,
        };
}
