using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Features.Rota;

/// <summary>Four weeks of a duty and the caller's own turns. Pure.</summary>
/// <param name="From">The Monday with which they begin.</param>
/// <param name="Days">All days of these weeks on which the duty works as a rule, also those on which it is closed.</param>
/// <param name="Ahead">The turns of the next months.</param>
/// <param name="Mine">The caller's coming turns, the nearest first.</param>
/// <param name="Gap">Working days between the caller's next two turns.</param>
public sealed record RotaView(
    LocalDate From,
    IReadOnlyList<RotaDay> Days,
    IReadOnlyList<PlannedTurn> Ahead,
    IReadOnlyList<PlannedTurn> Mine,
    int? Gap
)
{
    const int Shown = 28;
    const int MonthsAhead = 6;

    /// <summary>The weeks that begin with the Monday of a date, this week for null.</summary>
    public static RotaView Of(DutyFacts facts, IReadOnlyList<DutyFacts> others, string? person, LocalDate? week = null)
    {
        var monday = Monday(week is { } asked && IsWithin(facts, asked) ? asked : facts.Today);
        var turns = Turns.Between(facts.Rota, monday, monday.PlusDays(Shown - 1)).ToDictionary(t => t.Date);
        var ahead = Turns.Between(facts.Rota, facts.Today, facts.Today.PlusMonths(MonthsAhead));
        var mine = ahead.Where(t => t.Person == person && person is not null).ToList();
        var gap = mine.Count > 1 ? facts.Rota.Hours.WorkingDaysBetween(mine[0].Date, mine[1].Date) : (int?)null;
        var beside = others
            .SelectMany(o => Turns.Between(o.Rota, monday, monday.PlusDays(Shown - 1)).Select(t => (o.Duty, Turn: t)))
            .ToLookup(t => t.Turn.Date);
        var names = PublicHolidays.Find(facts.Duty.Holidays)?.Names;
        return new(
            monday,
            [
                .. Enumerable
                    .Range(0, Shown)
                    .Select(monday.PlusDays)
                    .Where(d => facts.Rota.Hours.WorkingDays.Contains(d.DayOfWeek))
                    .Select(d => new RotaDay(
                        turns.GetValueOrDefault(d) ?? new(d, null),
                        [.. beside[d].Where(b => b.Turn.Person is not null).Select(b => (b.Duty.Name, b.Turn.Person!))],
                        turns.ContainsKey(d) ? null
                            : facts.Rota.Hours.ClosedOn.Contains(d) ? names?.GetValueOrDefault(d) ?? "no duty"
                            : "before the rota"
                    )),
            ],
            ahead,
            mine,
            gap
        );
    }

    /// <summary>The Monday of four weeks earlier; null where the rota had not begun.</summary>
    public LocalDate? Earlier(DutyFacts facts) => IsWithin(facts, From.PlusDays(-1)) ? From.PlusDays(-Shown) : null;

    /// <summary>The Monday of four weeks later; null a year ahead.</summary>
    public LocalDate? Later(DutyFacts facts) => IsWithin(facts, From.PlusDays(Shown)) ? From.PlusDays(Shown) : null;

    // Two years back as they were, a year ahead as it is planned.
    static bool IsWithin(DutyFacts facts, LocalDate date) =>
        date >= LocalDate.Max(Monday(facts.Rota.FirstDay), facts.Today.PlusYears(-2))
        && date <= facts.Today.PlusYears(1);

    static LocalDate Monday(LocalDate date) => date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    /// <summary>Working days from today until a date.</summary>
    public static int In(DutyFacts facts, LocalDate date) => facts.Rota.Hours.WorkingDaysBetween(facts.Today, date);
}

/// <summary>One day of the calendar with who holds the other duties; Off: why there is no duty on it.</summary>
public sealed record RotaDay(PlannedTurn Turn, IReadOnlyList<(string Duty, string Person)> Others, string? Off = null);
