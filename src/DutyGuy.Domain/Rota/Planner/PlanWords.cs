using System.Globalization;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Why somebody cannot have a turn, in words.</summary>
internal static class PlanWords
{
    private const int MostNames = 6;

    /// <summary>12 March.</summary>
    public static string Day(LocalDate date) => date.ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>Why the person cannot do the duty on the date (without the name), or null if they can.</summary>
    public static string? Hindrance(PlanPerson person, PlanDuty duty, LocalDate date) =>
        person.Duties?.Contains(duty.Id) == false ? $"takes no part in {duty.Id}"
        : !person.TakesPartIn(duty) ? $"has not the skill {duty.Skill}"
        : person.Since > date ? $"starts on {Day(person.Since.Value)}"
        : person.Until < date ? $"left on {Day(person.Until.Value)}"
        : AbsenceOn(person, date) is { } absence ? Away(absence)
        : person.Holidays.Contains(date) ? "has a holiday"
        : !person.Workdays.Contains(date.DayOfWeek) ? $"does not work on {date.DayOfWeek}s"
        : null;

    /// <summary>ann, ben and 3 others.</summary>
    public static string Names(IReadOnlyList<string> names)
    {
        var shown = names.Count > MostNames + 1 ? names.Take(MostNames).ToList() : [.. names];
        if (names.Count > shown.Count)
            return $"{string.Join(", ", shown)} and {names.Count - shown.Count} others";
        return shown.Count == 1 ? shown[0] : $"{string.Join(", ", shown.SkipLast(1))} and {shown[^1]}";
    }

    private static string Away(DateInterval absence) =>
        absence.Length == 1 ? $"is away on {Day(absence.Start)}"
        : absence.Start.Month == absence.End.Month && absence.Start.Year == absence.End.Year
            ? $"is away from {absence.Start.Day} to {Day(absence.End)}"
        : $"is away from {Day(absence.Start)} to {Day(absence.End)}";

    private static DateInterval? AbsenceOn(PlanPerson person, LocalDate date) =>
        person.Absences.FirstOrDefault(absence => absence.Contains(date));
}
