using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.Duties;

/// <summary>Who has the turn of a date, and why.</summary>
sealed record TurnEdit(string Person, string Why);

/// <summary>The process owner gives a date to come to somebody.</summary>
static class EditTurn
{
    public static async Task<IResult> Handle(
        string duty,
        string date,
        TurnEdit edit,
        Caller caller,
        DutyStore store,
        IClock clock
    ) =>
        LocalDatePattern.Iso.Parse(date) is { Success: true } day
            ? (
                await store.Change(db => Edit(db, duty, day.Value, edit, caller.Name, clock.GetCurrentInstant()))
            ).ToResult()
            : Refusal.Invalid("Dates look like 2026-11-23.", "date").ToProblem();

    /// <summary>Writes the decision; the turn as it is then.</summary>
    public static async Task<Outcome<RotaItem>> Edit(
        DutyDb db,
        string duty,
        LocalDate date,
        TurnEdit edit,
        string by,
        Instant now
    )
    {
        if (await db.LoadFacts(duty, now) is not { } facts)
            return ReadDuties.NoSuch(duty);
        if (DutyEnd.IsOver(facts.Duty) is { } over)
            return over;
        if (Reach.Wrong(date, facts.Today, "date") is { } far)
            return far;
        if (facts.Rota.Hours.StartOf(date) <= now)
            return Refusal.Conflict("That turn has begun or passed. Take over instead.");
        if (facts.Rota.Members.All(m => m.Handle != edit.Person))
            return Refusal.Invalid($"{edit.Person} is not in this rota.", "person");
        var decided = new DutyOverride(duty, date, edit.Person, edit.Why, by, null, now);
        var text = $"{facts.NameOf(by)} gave {date:uuuu-MM-dd} to {facts.NameOf(edit.Person)}: {edit.Why}";
        await db.Apply(new Decision { Rows = [decided], Facts = [facts.Fact(FactKind.RotaChanged, by, text)] }, now);
        var after = await db.LoadFacts(duty, now);
        return ReadRota.Items(after!, date, date)[0];
    }
}
