using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.People;

/// <summary>Changes only the fields that are given. One's own name, mail, zone and holidays are one's own; the rest is an administrator's.</summary>
static class ChangePerson
{
    static readonly string[] Own = ["name", "emails", "zone", "holidays"];

    public static async Task<Outcome<Person>> Do(DutyDb db, string handle, JsonObject given, Caller caller, Instant now)
    {
        if (NotAllowed(handle, given, caller) is { } not)
            return not;
        var found = await db.Find(handle);
        if (found.Value is not { } before)
            return found;
        var changed = Merge(before, given);
        if (changed.Value is not { } after)
            return changed;
        var team = await db.People.ToListAsync();
        if (
            (PersonRules.Wrong(after) ?? PersonRules.TakenMail(after, team) ?? LastAdministrator(after, team, now)) is
            { } wrong
        )
            return wrong;
        if (ForTheRota(before, after) is { } text)
            db.Append(AddPerson.PeopleFact(handle, text, caller, now));
        if (!before.HasLeftBy(Today(now)) && after.HasLeftBy(Today(now)))
            foreach (var facts in await db.LoadAllFacts(now))
                await db.Apply(TurnActs.Left(facts, handle), now);
        await db.Replace(after);
        return after;
    }

    static LocalDate Today(Instant now) => now.InUtc().Date;

    static Refusal? NotAllowed(string handle, JsonObject given, Caller caller)
    {
        if (caller.Is(Role.Administrator))
            return null;
        if (caller.Person != handle)
            return Refusal.NotAllowed(Access.WhoCould(Role.Administrator));
        return given.FirstOrDefault(f => !Own.Contains(f.Key, StringComparer.Ordinal)).Key is { } other
            ? Refusal.NotAllowed(
                $"Your name, emails, zone and holidays are yours to change. “{other}”: {Access.WhoCould(Role.Administrator)}"
            )
            : null;
    }

    /// <summary>The person as JSON with the given fields laid over it.</summary>
    static Outcome<Person> Merge(Person before, JsonObject given)
    {
        var whole = JsonSerializer.SerializeToNode(before, Words.Json)!.AsObject();
        foreach (var (field, value) in given)
            whole[field] = value?.DeepClone();
        try
        {
            var after = whole.Deserialize<Person>(Words.Json)!;
            return after.Handle == before.Handle
                ? after
                : Refusal.Invalid("A handle never changes, so that the past keeps its names.", "handle");
        }
        catch (JsonException wrong)
        {
            return BadInput.Refused(wrong);
        }
    }

    static Refusal? LastAdministrator(Person after, List<Person> team, Instant now)
    {
        var today = Today(now);
        bool Administers(Person p) => p.Role == Role.Administrator && !p.HasLeftBy(today);
        return
            team.Exists(p => p.Handle == after.Handle && Administers(p))
            && !Administers(after)
            && !team.Exists(p => p.Handle != after.Handle && Administers(p))
            ? Refusal.Conflict($"{after.Name} is the only administrator. Make somebody else one first.")
            : null;
    }

    static string? ForTheRota(Person before, Person after) =>
        before.LeftOn != after.LeftOn ? Leaving(after)
        : before.Share != after.Share
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{after.Name} has {after.Share * 100:0.#} % of a full share of turns."
            )
        : before.JoinedOn != after.JoinedOn ? $"{after.Name} is in the team from {after.JoinedOn:uuuu-MM-dd}."
        : before.Holidays != after.Holidays || !(before.WorkingDays ?? []).SequenceEqual(after.WorkingDays ?? [])
            ? $"The working days of {after.Name} changed."
        : null;

    static string Leaving(Person person) =>
        person.LeftOn is { } day
            ? $"{person.Name}'s last day in the team is {day:uuuu-MM-dd}."
            : $"{person.Name} stays in the team.";
}
