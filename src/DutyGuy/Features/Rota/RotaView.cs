using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Features.Rota;

/// <summary>Four weeks of a duty and the caller's own turns. Pure.</summary>
/// <param name="Days">Working days from the Monday of this week.</param>
/// <param name="Mine">The caller's coming turns, the nearest first.</param>
/// <param name="Gap">Working days between the caller's next two turns.</param>
public sealed record RotaView(IReadOnlyList<RotaDay> Days, IReadOnlyList<PlannedTurn> Mine, int? Gap)
{
    public static RotaView Of(DutyFacts facts, IReadOnlyList<DutyFacts> others, string? person)
    {
        var monday = facts.Today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var turns = Turns.Between(facts.Rota, monday, monday.PlusDays(27));
        var ahead = Turns.Between(facts.Rota, facts.Today, facts.Today.PlusDays(120));
        var mine = ahead.Where(t => t.Person == person && person is not null).ToList();
        var gap = mine.Count > 1 ? facts.Rota.Hours.WorkingDaysBetween(mine[0].Date, mine[1].Date) : (int?)null;
        var beside = others
            .SelectMany(o => Turns.Between(o.Rota, monday, monday.PlusDays(27)).Select(t => (o.Duty, Turn: t)))
            .ToLookup(t => t.Turn.Date);
        return new(
            [
                .. turns.Select(t => new RotaDay(
                    t,
                    [.. beside[t.Date].Where(b => b.Turn.Person is not null).Select(b => (b.Duty.Name, b.Turn.Person!))]
                )),
            ],
            mine,
            gap
        );
    }

    /// <summary>Days of the four weeks that would be working days but for a holiday, or because the duty is closed.</summary>
    public static IReadOnlyList<(LocalDate Date, string? Why)> DaysOff(DutyFacts facts)
    {
        var monday = facts.Today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var names = PublicHolidays.Find(facts.Duty.Holidays)?.Names;
        return
        [
            .. Enumerable
                .Range(0, 28)
                .Select(monday.PlusDays)
                .Where(d => facts.Rota.Hours.ClosedOn.Contains(d) && facts.Rota.Hours.WorkingDays.Contains(d.DayOfWeek))
                .Select(d => (d, names?.GetValueOrDefault(d))),
        ];
    }

    /// <summary>Working days from today until a date.</summary>
    public static int In(DutyFacts facts, LocalDate date) => facts.Rota.Hours.WorkingDaysBetween(facts.Today, date);
}

/// <summary>One day of the calendar with who holds the other duties.</summary>
public sealed record RotaDay(PlannedTurn Turn, IReadOnlyList<(string Duty, string Person)> Others);
