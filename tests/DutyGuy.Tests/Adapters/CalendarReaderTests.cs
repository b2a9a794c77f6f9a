using DutyGuy.Adapters.Calendars;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Tests.Adapters;

/// <summary>Calendars as Google, Outlook and Apple write them.</summary>
public class CalendarReaderTests
{
    static readonly LocalDate Today = new(2026, 11, 23);

    [Fact]
    public void Google_a_vacation_of_several_days_ends_on_the_day_before_its_end()
    {
        const string google = """
            BEGIN:VCALENDAR
            PRODID:-//Google Inc//Google Calendar 70.9054//EN
            VERSION:2.0
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            X-WR-CALNAME:Mel
            X-WR-TIMEZONE:Europe/Paris
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261221
            DTEND;VALUE=DATE:20270102
            DTSTAMP:20261110T081530Z
            ORGANIZER;CN=Mel Martin:mailto:mel@clinic.example
            UID:4q1v0@google.com
            ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Mel;X
             -NUM-GUESTS=0:mailto:mel@clinic.example
            ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN="Tom, 
             the other";X-NUM-GUESTS=0:mailto:tom@clinic.example
            SEQUENCE:0
            STATUS:CONFIRMED
            SUMMARY:Christmas in the mountains\, with a title so long that it is fold
             ed
            TRANSP:OPAQUE
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261201
            DTEND;VALUE=DATE:20261202
            UID:birthday@google.com
            SUMMARY:Tom's birthday
            TRANSP:TRANSPARENT
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261203
            DTEND;VALUE=DATE:20261204
            UID:off@google.com
            STATUS:CANCELLED
            SUMMARY:Called off
            END:VEVENT
            END:VCALENDAR
            """;
        var vacation = Read(google).Events.ShouldHaveSingleItem();
        vacation.Time.ShouldBe(new EventTime.Days(new(2026, 12, 21), new(2027, 1, 1)));
        vacation.Title.ShouldBe("Christmas in the mountains, with a title so long that it is folded");
        vacation.Attendees.ShouldBe(["mel@clinic.example"]);
        vacation.Declined.ShouldBe(["tom@clinic.example"]);
        vacation.Organizer.ShouldBe("mel@clinic.example");
    }

    [Fact]
    public void Outlook_its_own_names_of_time_zones_and_its_word_for_away()
    {
        const string outlook = """
            BEGIN:VCALENDAR
            METHOD:PUBLISH
            PRODID:Microsoft Exchange Server 2010
            VERSION:2.0
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:040000008200E00074C5B7101A82E008
            SUMMARY;LANGUAGE=en-US:Off
            DTSTART;TZID=W. Europe Standard Time:20270705T080000
            DTEND;TZID=W. Europe Standard Time:20270705T180000
            CLASS:PRIVATE
            TRANSP:OPAQUE
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
            END:VEVENT
            BEGIN:VEVENT
            UID:home
            SUMMARY:From home
            DTSTART;VALUE=DATE:20270706
            DTEND;VALUE=DATE:20270707
            X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE
            END:VEVENT
            BEGIN:VEVENT
            UID:odd
            SUMMARY:In a zone of its own
            DTSTART;TZID=Customized Time Zone:20270707T080000
            DTEND;TZID=Customized Time Zone:20270707T180000
            END:VEVENT
            END:VCALENDAR
            """;
        var read = Read(outlook);
        read.Events.ShouldHaveSingleItem()
            .Time.ShouldBe(
                new EventTime.Between(Instant.FromUtc(2027, 7, 5, 6, 0), Instant.FromUtc(2027, 7, 5, 16, 0))
            );
        read.LeftOut.ShouldBe(["“In a zone of its own”: its time zone “Customized Time Zone” is not known."]);
    }

    [Fact]
    public void Apple_every_friday_off_but_for_two_and_one_moved()
    {
        const string apple = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Apple Inc.//macOS 15.1//EN
            BEGIN:VEVENT
            CREATED:20260101T090000Z
            UID:6E1D-FRIDAY
            DTSTART;VALUE=DATE:20260102
            DTEND;VALUE=DATE:20260103
            RRULE:FREQ=WEEKLY;UNTIL=20261218
            EXDATE;VALUE=DATE:20261204
            SUMMARY:Friday off
            TRANSP:OPAQUE
            END:VEVENT
            BEGIN:VEVENT
            UID:6E1D-FRIDAY
            RECURRENCE-ID;VALUE=DATE:20261211
            DTSTART;VALUE=DATE:20261210
            DTEND;VALUE=DATE:20261211
            SUMMARY:Friday off
            END:VEVENT
            BEGIN:VEVENT
            UID:6E1D-FRIDAY
            RECURRENCE-ID;VALUE=DATE:20261218
            DTSTART;VALUE=DATE:20261218
            DTEND;VALUE=DATE:20261219
            STATUS:CANCELLED
            SUMMARY:Friday off
            END:VEVENT
            BEGIN:VEVENT
            UID:floating
            DTSTART:20261125T000000
            DURATION:P1D
            SUMMARY:Wherever I am
            END:VEVENT
            END:VCALENDAR
            """;
        Read(apple)
            .Events.Select(e => e.Time)
            .ShouldBe(
                [
                    new EventTime.Floating(new(2026, 11, 25, 0, 0), new(2026, 11, 26, 0, 0)),
                    new EventTime.Days(new(2026, 11, 27), new(2026, 11, 27)),
                    new EventTime.Days(new(2026, 12, 10), new(2026, 12, 10)),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void What_repeats_without_end_is_looked_at_for_the_time_asked_and_by_the_minute_not_at_all()
    {
        var read = Read(
            Calendar(
                "DTSTART;VALUE=DATE:20000107\nRRULE:FREQ=WEEKLY\nSUMMARY:Friday off",
                "DTSTART:19900101T000000Z\nDURATION:P2D\nRRULE:FREQ=MINUTELY\nSUMMARY:A bomb"
            )
        );
        read.Events.Count.ShouldBe(57, "the Fridays of 400 days");
        read.LeftOut.ShouldBe(["“A bomb”: it repeats more than once a day."]);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261301\nSUMMARY:x", "Line 7 of the calendar has the date “20261301”, which")]
    [InlineData("DTSTART;VALUE=DATE:2026120\nSUMMARY:x", "Line 7 of the calendar has the date “2026120”, which")]
    [InlineData("SUMMARY:folded\n  on\nthis is rubbish", "Line 9 of the calendar is no line of a calendar: “this is r")]
    [InlineData(
        "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=SOMETIMES\nSUMMARY:x",
        "Line 5 of the calendar begins the event “x”"
    )]
    [InlineData(
        "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nSUMMARY:never",
        "it repeats on days that never come."
    )]
    [InlineData("END:VTODO", "Line 7 of the calendar ends VTODO, which does not begin there.")]
    public void A_broken_calendar_names_the_line(string lines, string said) =>
        Should.Throw<CalendarException>(() => Read(Calendar(lines))).Message.ShouldContain(said);

    [Theory]
    [InlineData("", "is not a calendar")]
    [InlineData("<!doctype html><html></html>", "page of the web, not a calendar")]
    [InlineData(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n",
        "Line 2 of the calendar begins VEVENT, which never ends"
    )]
    public void What_is_no_calendar_says_so(string text, string said) =>
        Should.Throw<CalendarException>(() => Read(text)).Message.ShouldContain(said);

    [Fact]
    public void One_that_ends_before_it_begins_is_told_and_the_others_are_read()
    {
        var read = Read(
            Calendar(
                "DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261201\nSUMMARY:Backwards",
                "DTSTART;VALUE=DATE:20261207\nSUMMARY:One day"
            )
        );
        read.LeftOut.ShouldBe(["“Backwards”: it ends before it begins."]);
        read.Events.ShouldHaveSingleItem().Time.ShouldBe(new EventTime.Days(new(2026, 12, 7), new(2026, 12, 7)));
    }

    static string Calendar(params string[] events) =>
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n\n"
        + string.Concat(events.Select((e, i) => $"BEGIN:VEVENT\nUID:{i}\n{e}\nEND:VEVENT\n"))
        + "END:VCALENDAR\n";

    static CalendarEvents Read(string text) =>
        CalendarReader.Read(
            text,
            Today,
            Today.PlusDays(CalendarRules.DaysAhead),
            TestContext.Current.CancellationToken
        );
}
