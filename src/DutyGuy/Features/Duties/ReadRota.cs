using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.Duties;

/// <summary>One item of the rota: a day's turn, or a part of it after a take-over.</summary>
sealed record RotaItem(
    LocalDate Date,
    string? Person,
    string? Shadow,
    Instant From,
    Instant To,
    bool Announced,
    string? Why
);

/// <summary>The rota between two dates: what was, what is and what is planned.</summary>
static class ReadRota
{
    const int UsualDays = 28;
    const int MostDays = 800;

    public static async Task<IResult> Handle(string duty, string? from, string? to, DutyStore store, IClock clock)
    {
        var facts = await store.Read(db => db.LoadFacts(duty, clock.GetCurrentInstant()));
        if (facts is null)
            return ReadDuties.NoSuch(duty).ToProblem();
        if (Date(from, facts.Today) is not { } first || Date(to, Later(first)) is not { } last)
            return Refusal.Invalid("Dates look like 2026-11-23.", "from").ToProblem();
        if ((Reach.Wrong(first, facts.Today, "from") ?? Reach.Wrong(last, facts.Today, "to")) is { } far)
            return far.ToProblem();
        if (Period.DaysBetween(first, last) is < 0 or > MostDays)
            return Refusal.Invalid($"Ask for at most {MostDays} days, from before to.", "to").ToProblem();
        return TypedResults.Json(ListOf<RotaItem>.All(Items(facts, first, last)), Words.Json);
    }

    public static async Task<IResult> Health(string duty, DutyStore store, IClock clock) =>
        await store.Read(db => db.LoadAllFacts(clock.GetCurrentInstant())) is var all
        && all.FirstOrDefault(d => d.Duty.Id == duty) is { } facts
            ? TypedResults.Json(RotaHealth.Of(facts, [.. all.Select(d => d.Rota)]), Words.Json)
            : ReadDuties.NoSuch(duty).ToProblem();

    /// <summary>Held parts of days that began, planned turns of days to come.</summary>
    public static IReadOnlyList<RotaItem> Items(DutyFacts facts, LocalDate first, LocalDate last)
    {
        var hours = facts.Rota.Hours;
        var plan = Turns.Between(facts.Rota, first, last).ToDictionary(t => t.Date);
        var (from, to) = (hours.At(first, LocalTime.Midnight), hours.At(last.PlusDays(1), LocalTime.Midnight));
        var held = Holdings
            .Of(facts.Rota, facts.Acts, from, to, facts.WatchedUntil)
            .Where(h => h.Date >= first && h.Date <= last)
            .Select(h => Held(facts, h, plan.GetValueOrDefault(h.Date)))
            .ToList();
        var days = held.Select(h => h.Date).ToHashSet();
        var empty = plan.Values.Where(t => !days.Contains(t.Date)).Select(t => Planned(facts, t));
        return [.. held.Concat(empty).OrderBy(i => i.From)];
    }

    static RotaItem Held(DutyFacts facts, Holding held, PlannedTurn? turn) =>
        new(
            held.Date,
            held.Person,
            turn?.Shadow,
            held.From,
            held.To,
            TurnNotices.IsAnnounced(facts.Rota.Hours, held.Date, facts.Now),
            held.EndedEarly ?? (held.Origin == HoldingOrigin.TookOver ? "took over" : turn?.Why)
        );

    static RotaItem Planned(DutyFacts facts, PlannedTurn turn) =>
        new(
            turn.Date,
            turn.Person,
            turn.Shadow,
            facts.Rota.Hours.StartOf(turn.Date),
            facts.Rota.Hours.EndOf(turn.Date),
            TurnNotices.IsAnnounced(facts.Rota.Hours, turn.Date, facts.Now),
            turn.Why
        );

    /// <summary>The usual end; a beginning that is out of reach is refused in its own words.</summary>
    static LocalDate Later(LocalDate first) => first.Year < 9999 ? first.PlusDays(UsualDays) : first;

    static LocalDate? Date(string? text, LocalDate usual) =>
        text is null ? usual
        : LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value
        : null;
}
