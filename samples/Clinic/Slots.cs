namespace Clinic;

/// <summary>Time is given out in slots of a quarter of an hour.</summary>
public static class Slots
{
    public const int Minutes = 15;
    private const int Grace = 2;
    private static long _workedOut;

    /// <summary>The minutes that a visit takes from the book: whole slots, two minutes over are forgiven.</summary>
    public static int RoundUp(int minutes) => Math.Max(1, (minutes - Grace + Minutes - 1) / Minutes) * Minutes;

    public static bool Overlap(DateTime start, DateTime end, DateTime otherStart, DateTime otherEnd) =>
        start < otherEnd && otherStart < end;

    public static bool IsFree(IEnumerable<Appointment> book, DateTime start, int minutes) =>
        !book.Any(one => Overlap(start, start.AddMinutes(minutes), one.Start, one.End));

    /// <summary>How often free slots were worked out since the start: the dearest thing that we do.</summary>
    public static long WorkedOut => Interlocked.Read(ref _workedOut);

    /// <summary>All free slots from a day on, in order of time.</summary>
    public static List<DateTime> Free(IReadOnlyCollection<Appointment> book, DateOnly from, int days = 14)
    {
        Interlocked.Increment(ref _workedOut);
        var slots = Enumerable.Range(0, days).SelectMany(day => OfDay(from.AddDays(day)));
        return [.. slots.Where(start => IsFree(book, start, Minutes))];
    }

    /// <summary>The slots of one day, nine to five without twelve to one. Nobody works at the weekend.</summary>
    public static IEnumerable<DateTime> OfDay(DateOnly day)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            yield break;
        for (var minute = 9 * 60; minute < 17 * 60; minute += Minutes)
        {
            if (minute / 60 != 12)
                yield return day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        }
    }
}
