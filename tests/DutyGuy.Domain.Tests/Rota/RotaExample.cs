using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Tests.Rota;

/// <summary>A duty in Paris, 9 to 18, that begins on Monday 2 November 2026.</summary>
internal static class RotaExample
{
    public static readonly DutyHours Paris = Hours("Europe/Paris");
    public static readonly LocalDate Monday = new(2026, 11, 2);

    public static DutyHours Hours(string zone, params LocalDate[] closedOn) =>
        new(DateTimeZoneProviders.Tzdb[zone], new(9, 0), new(18, 0), DutyHours.MondayToFriday, closedOn.ToHashSet());

    public static RotaFacts Team(params string[] handles) =>
        new(
            "engineering",
            Paris,
            Monday,
            [.. handles.Select(handle => new Member(handle, Monday.PlusDays(-30)))],
            [],
            [],
            []
        );

    public static RotaFacts Team(int people) => Team([.. Enumerable.Range(1, people).Select(i => $"p{i:000}")]);

    public static RotaFacts Away(this RotaFacts facts, string person, LocalDate from, LocalDate to) =>
        facts with
        {
            Absences = [.. facts.Absences, new(person, from, to)],
        };

    public static RotaFacts Past(this RotaFacts facts, LocalDate date, string person) =>
        facts with
        {
            PastTurns = [.. facts.PastTurns, new(date, person)],
        };

    public static IReadOnlyList<PlannedTurn> Days(this RotaFacts facts, int workingDays) =>
        Turns.Between(facts, facts.FirstDay, facts.Hours.AddWorkingDays(facts.FirstDay, workingDays - 1));

    public static string Names(this IEnumerable<PlannedTurn> turns) =>
        string.Join(' ', turns.Select(turn => turn.Person ?? "-"));

    /// <summary>A wall-clock time in Paris, n days after the first Monday.</summary>
    public static Instant At(int day, int hour, int minute = 0) => Paris.At(Monday.PlusDays(day), new(hour, minute));

    public static TurnAct Act(TurnActKind kind, string person, Instant at, string? reason = null) =>
        new()
        {
            Duty = "engineering",
            Kind = kind,
            Person = person,
            At = at,
            Reason = reason,
        };
}
