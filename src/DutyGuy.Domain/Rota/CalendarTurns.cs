using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The turns of a calendar that people subscribe to: a month back, twelve months ahead. Pure.</summary>
public static class CalendarTurns
{
    private const int DaysBack = 31;

    /// <summary>Somebody's own turns in all duties. The nth turn stays the nth: one that moves is moved, and not a second one.</summary>
    public static IReadOnlyList<CalendarTurn> Of(IReadOnlyList<DutyFacts> duties, string person) =>
        [.. duties.SelectMany(d => Own(d, person)).OrderBy(t => t.From)];

    /// <summary>All turns of one duty: a date stays, and may be another person's.</summary>
    public static IReadOnlyList<CalendarTurn> Of(DutyFacts duty) =>
        [
            .. Shown(duty)
                .Select(t =>
                    Turn(
                        duty,
                        t.Date,
                        $"{duty.Duty.Id}-{t.Date:uuuu-MM-dd}",
                        $"{duty.NameOf(t.Person!)}: {duty.Duty.Name}",
                        null
                    )
                ),
        ];

    private static IEnumerable<CalendarTurn> Own(DutyFacts duty, string person)
    {
        var all = Turns
            .Between(duty.Rota, LocalDate.MinIsoValue, duty.Today.PlusYears(1))
            .Where(t => t.Person == person)
            .ToList();
        var from = duty.Today.PlusDays(-DaysBack);
        return all.Select((t, n) => (t.Date, Number: n + 1))
            .Where(t => t.Date >= from)
            .Select(t =>
                Turn(
                    duty,
                    t.Date,
                    $"{duty.Duty.Id}-{person}-{t.Number}",
                    $"On duty: {duty.Duty.Name}",
                    duty.Rota.Hours.At(duty.Rota.Hours.PreviousWorkingDay(t.Date), HouseRules.DayBeforeAt)
                )
            );
    }

    private static IEnumerable<PlannedTurn> Shown(DutyFacts duty) =>
        Turns
            .Between(duty.Rota, duty.Today.PlusDays(-DaysBack), duty.Today.PlusYears(1))
            .Where(t => t.Person is not null);

    private static CalendarTurn Turn(DutyFacts duty, LocalDate date, string id, string title, Instant? alarm) =>
        new(id, title, duty.Rota.Hours.StartOf(date), duty.Rota.Hours.EndOf(date), alarm);
}
