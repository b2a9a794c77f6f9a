using DutyGuy.Domain;
using Ical.Net.DataTypes;
using NodaTime;
using Event = Ical.Net.CalendarComponents.CalendarEvent;
using Occurrence = Ical.Net.DataTypes.Period;

namespace DutyGuy.Adapters.Calendars;

/// <summary>An event of the library in the domain's words.</summary>
internal static class EventWords
{
    // An event of more people is no vacation, and a longer title names nobody better.
    private const int MostPeople = 200;
    private const int LongestTitle = 200;

    public static AwayEvent Of(Event happens, Occurrence when) =>
        new(Title(happens), Time(when))
        {
            Attendees = Mails(happens, declined: false),
            Declined = Mails(happens, declined: true),
            Organizer = Mail(happens.Organizer?.Value),
        };

    /// <summary>The end does not belong to it; whole days without one are one day.</summary>
    private static EventTime Time(Occurrence when)
    {
        var (start, end) = (when.StartTime, when.EffectiveEndTime ?? when.StartTime);
        if (!start.HasTime)
            return new EventTime.Days(Date(start), LocalDate.Max(Date(start), Date(end).PlusDays(-1)));
        return start.IsFloating
            ? new EventTime.Floating(Wall(start), Wall(end))
            : new EventTime.Between(Instant.FromDateTimeUtc(start.AsUtc), Instant.FromDateTimeUtc(end.AsUtc));
    }

    private static string Title(Event happens) =>
        happens.Summary?.Trim() is not { } title ? "" : title[..Math.Min(title.Length, LongestTitle)];

    private static LocalDate Date(CalDateTime time) => LocalDate.FromDateTime(time.Value);

    private static LocalDateTime Wall(CalDateTime time) => LocalDateTime.FromDateTime(time.Value);

    private static List<string> Mails(Event happens, bool declined) =>
        [
            .. happens
                .Attendees.Where(a =>
                    declined == string.Equals(a.ParticipationStatus, "DECLINED", StringComparison.OrdinalIgnoreCase)
                )
                .Select(a => Mail(a.Value))
                .OfType<string>()
                .Take(MostPeople),
        ];

    private static string? Mail(Uri? address) =>
        address is { Scheme: "mailto" }
            ? Uri.UnescapeDataString(address.OriginalString["mailto:".Length..].Trim())
            : null;
}
