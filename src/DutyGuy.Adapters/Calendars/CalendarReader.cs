using DutyGuy.Domain;
using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using Event = Ical.Net.CalendarComponents.CalendarEvent;

namespace DutyGuy.Adapters.Calendars;

/// <summary>The events of a calendar that may be absences, and those that cannot be understood, each with the reason.</summary>
public sealed record CalendarEvents(IReadOnlyList<AwayEvent> Events, IReadOnlyList<string> LeftOut);

/// <summary>Reads a calendar (RFC 5545); events that repeat are given day by day.</summary>
public static class CalendarReader
{
    private const int MostEvents = 20_000;

    // A second or some of the processor; a calendar of two thousand people who are off each week needs less.
    private const double MostSteps = 5_000_000;

    /// <summary>What lies within a time: neither what was called off nor what leaves its person free.</summary>
    /// <exception cref="CalendarException">It cannot be read; the message says where and why.</exception>
    public static CalendarEvents Read(string text, LocalDate from, LocalDate to, CancellationToken cancel = default)
    {
        var texts = CalendarLines.Check(text);
        try
        {
            return Understand(CalendarCollection.Load(text), from, to, cancel);
        }
        catch (Exception broken) when (IsOfTheCalendar(broken))
        {
            throw Located(texts, from, to, broken, cancel);
        }
    }

    private static CalendarEvents Understand(
        CalendarCollection calendars,
        LocalDate from,
        LocalDate to,
        CancellationToken cancel
    )
    {
        var (events, leftOut) = (new List<AwayEvent>(), new List<string>());
        var steps = 0.0;
        foreach (var calendar in calendars)
        {
            foreach (var happens in calendar.Events.ToList())
            {
                cancel.ThrowIfCancellationRequested();
                if (EventLimits.Wrong(happens) is not { } why)
                {
                    if ((steps += EventLimits.Steps(happens, End(to))) > MostSteps)
                        throw new CalendarException(
                            "The events of the calendar repeat too often since too long. Enter a calendar of absences alone."
                        );
                    continue;
                }
                leftOut.Add($"“{CalendarLines.Short(happens.Summary ?? "")}”: {why}.");
                calendar.Events.Remove(happens);
            }
            events.AddRange(Days(calendar, from, to, cancel));
        }
        cancel.ThrowIfCancellationRequested();
        return events.Count <= MostEvents
            ? new(events, [.. leftOut.Distinct(StringComparer.Ordinal).Take(50)])
            : throw new CalendarException(
                $"The calendar has more than {MostEvents} events ahead. Enter a calendar of absences alone."
            );
    }

    private static IEnumerable<AwayEvent> Days(
        Calendar calendar,
        LocalDate from,
        LocalDate to,
        CancellationToken cancel
    )
    {
        var limits = new EvaluationOptions { MaxUnmatchedIncrementsLimit = 10_000 };
        return calendar
            .GetOccurrences<Event>(new CalDateTime(from.Year, from.Month, from.Day), limits)
            .TakeWhile(o => !cancel.IsCancellationRequested && o.Period.StartTime.AsUtc < End(to))
            .Take(MostEvents + 1)
            .Where(o => o.Source is Event happens && KeepsAway(happens))
            .Select(o => EventWords.Of((Event)o.Source, o.Period))
            .ToList();
    }

    private static DateTime End(LocalDate to) => to.AtMidnight().InUtc().ToDateTimeUtc();

    /// <summary>An exception to an event that repeats may be called off by itself, so it is asked of each day.</summary>
    private static bool KeepsAway(Event happens) =>
        !Says(happens.Status, "CANCELLED")
        && !Says(happens.Transparency, "TRANSPARENT")
        && happens.Properties["X-MICROSOFT-CDO-BUSYSTATUS"]?.Value?.ToString() is var busy
        && !Says(busy, "FREE")
        && !Says(busy, "WORKINGELSEWHERE");

    private static bool Says(string? value, string word) =>
        string.Equals(value, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The library names no line: the first event that fails alone is the one.</summary>
    private static CalendarException Located(
        IReadOnlyList<EventText> texts,
        LocalDate from,
        LocalDate to,
        Exception broken,
        CancellationToken cancel
    )
    {
        foreach (var one in texts)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                var alone = $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{one.Text}END:VCALENDAR\r\n";
                Understand(CalendarCollection.Load(alone), from, to, cancel);
            }
            catch (Exception ofThis) when (IsOfTheCalendar(ofThis))
            {
                return new(one.Line, $"begins the event “{one.Title}”, which cannot be understood: {Reason(ofThis)}");
            }
        }
        return new($"The calendar cannot be understood: {Reason(broken)}");
    }

    private static string Reason(Exception broken) =>
        broken is EvaluationException
            ? "it repeats on days that never come."
            : CalendarLines.Short(broken.Message.Split(" (Parameter")[0]);

    // The library has no exception of its own for wrong input.
    private static bool IsOfTheCalendar(Exception broken) =>
        broken is not (CalendarException or OperationCanceledException or OutOfMemoryException);
}
