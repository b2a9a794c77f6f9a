using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The days on which an event keeps somebody away.</summary>
public static class EventDays
{
    /// <summary>
    /// All days of an event that takes whole days; of another the working days whose hours it covers, from the first
    /// to the last. Null when it keeps nobody away for a day.
    /// </summary>
    /// <param name="hours">The hours of each duty as the person lives them; a day counts when those of one are covered.</param>
    public static (LocalDate From, LocalDate To)? Of(EventTime time, IReadOnlyList<DutyHours> hours)
    {
        if (time is EventTime.Days days)
            return (days.First, days.Last);
        var covered = hours.Select(h => Covered(time, h)).Where(c => c.From <= c.To).ToList();
        return covered.Count == 0 ? null : (covered.Min(c => c.From), covered.Max(c => c.To));
    }

    /// <summary>The first and the last day that are covered, each sought from its end; the other way round when none is.</summary>
    private static (LocalDate From, LocalDate To) Covered(EventTime time, DutyHours hours)
    {
        var (from, to) = time switch
        {
            EventTime.Floating f => (hours.At(f.From.Date, f.From.TimeOfDay), hours.At(f.To.Date, f.To.TimeOfDay)),
            EventTime.Between b => (b.From, b.To),
            _ => throw new InvalidOperationException("Whole days have no hours."),
        };
        var (first, last) = (hours.DateOf(from), hours.DateOf(to));
        while (first <= last && !Covers(first))
            first = first.PlusDays(1);
        while (first < last && !Covers(last))
            last = last.PlusDays(-1);
        return (first, last);

        bool Covers(LocalDate date) =>
            hours.IsWorkingDay(date) && from <= hours.StartOf(date) && hours.EndOf(date) <= to;
    }
}
