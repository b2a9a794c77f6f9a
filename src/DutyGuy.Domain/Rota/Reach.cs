using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// How far from today people plan. A date beyond it is a slip of the pen, and a rota would be worked out day by day up to it.
/// </summary>
public static class Reach
{
    private const int Years = 5;

    /// <summary>Refuses a date that nobody means.</summary>
    public static Refusal? Wrong(LocalDate date, LocalDate today, string field) =>
        date < today.PlusYears(-Years) || date > today.PlusYears(Years)
            ? Refusal.Invalid($"{date:uuuu-MM-dd} is more than {Years} years from today. Is the year right?", field)
            : null;

    /// <summary>The same for an instant.</summary>
    public static Refusal? Wrong(Instant at, Instant now, string field) =>
        Wrong(at.InUtc().Date, now.InUtc().Date, field);

    /// <summary>Refuses the first of the dates that nobody means; null ones are fine.</summary>
    public static Refusal? Wrong(IEnumerable<LocalDate>? dates, LocalDate today, string field) =>
        dates?.Select(date => Wrong(date, today, field)).FirstOrDefault(wrong => wrong is not null);
}
