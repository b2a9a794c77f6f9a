using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Duties;

/// <summary>What can be changed of a duty; what is left out stays. Empty holidays: none; empty ships: it is not said.</summary>
sealed record DutyChange(
    string? Name,
    IReadOnlyList<string>? Members,
    IReadOnlyList<string>? Repositories,
    IReadOnlyList<string>? Projects,
    IReadOnlyList<LocalDate>? ClosedOn,
    string? Holidays,
    string? Ships = null
);

/// <summary>Changes a duty; zone, hours, turn and aim are changed by publishing a playbook.</summary>
static class ChangeDuty
{
    public static async Task<IResult> Handle(
        string duty,
        DutyChange change,
        Caller caller,
        DutyStore store,
        IClock clock
    ) => (await store.Change(db => Change(db, duty, change, caller.Name, clock.GetCurrentInstant()))).ToResult();

    public static async Task<Outcome<DutyView>> Change(DutyDb db, string id, DutyChange change, string by, Instant now)
    {
        if (await db.Duties.FirstOrDefaultAsync(d => d.Id == id) is not { } duty)
            return ReadDuties.NoSuch(id);
        if (DutyEnd.IsOver(duty) is { } over)
            return over;
        if (await CreateDuty.UnknownMember(db, change.Members) is { } unknown)
            return unknown;
        if (CreateDuty.Wrong(change.Name, change.ClosedOn, change.Holidays, now) is { } wrong)
            return wrong;
        if (CreateDuty.WrongNames(change.Repositories, change.Projects) is { } name)
            return name;
        var changed = duty with
        {
            Name = change.Name ?? duty.Name,
            Members = change.Members ?? duty.Members,
            ClosedOn = change.ClosedOn ?? duty.ClosedOn,
            Holidays = change.Holidays is null ? duty.Holidays : CreateDuty.NullIfEmpty(change.Holidays),
            Ships = change.Ships is null ? duty.Ships : CreateDuty.NullIfEmpty(change.Ships),
        };
        var (duties, known) = (await db.AllDuties(), await db.KnownSources());
        var after = LookingAfter.Changed(duties, changed, change.Repositories, change.Projects, known);
        if (CreateDuty.WrongShips(change.Ships, id, after.On(duties), known) is { } ships)
            return ships;
        await db.Reassign(after, by, now);
        db.Append(
            new()
            {
                At = now,
                Kind = FactKind.RotaChanged,
                Source = by,
                Duty = id,
                Text = $"{by} changed the duty {duty.Name}.",
            }
        );
        return await ReadDuties.Find(db, id, now);
    }
}
