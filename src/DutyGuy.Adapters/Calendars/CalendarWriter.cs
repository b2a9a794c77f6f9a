using DutyGuy.Domain;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace DutyGuy.Adapters.Calendars;

/// <summary>Turns as a calendar that others subscribe to (RFC 5545).</summary>
public static class CalendarWriter
{
    /// <summary>The text of the calendar.</summary>
    /// <param name="name">What readers call it.</param>
    /// <param name="turns">What it shows.</param>
    /// <param name="link">The address of the rota.</param>
    /// <param name="now">When it is written.</param>
    public static string Write(string name, IReadOnlyList<CalendarTurn> turns, Uri link, Instant now)
    {
        var calendar = new Calendar { ProductId = "-//Duty Guy//Rota//EN" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        foreach (var turn in turns)
            calendar.Events.Add(Event(turn, link, now));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(CalendarTurn turn, Uri link, Instant now)
    {
        var found = new CalendarEvent
        {
            Uid = turn.Id + "@duty-guy",
            Summary = turn.Title,
            Url = link,
            Transparency = TransparencyType.Transparent,
            DtStamp = Utc(now),
            Start = Utc(turn.From),
            End = Utc(turn.To),
        };
        if (turn.AlarmAt is { } at)
            found.Alarms.Add(
                new Alarm
                {
                    Action = AlarmAction.Display,
                    Description = turn.Title,
                    Trigger = new Trigger(Ical.Net.DataTypes.Duration.FromTimeSpanExact((at - turn.From).ToTimeSpan())),
                }
            );
        return found;
    }

    private static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc());
}
