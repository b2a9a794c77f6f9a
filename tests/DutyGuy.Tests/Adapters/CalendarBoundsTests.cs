using DutyGuy.Adapters.Calendars;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Tests.Adapters;

/// <summary>No calendar, however it is made, keeps the processor or fills the pages.</summary>
public class CalendarBoundsTests
{
    static readonly LocalDate Today = new(2026, 11, 23);

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;BYHOUR=0,1;BYMINUTE=0,1;BYSECOND=0,1", "more than once a day")]
    [InlineData("RRULE:FREQ=SECONDLY", "more than once a day")]
    [InlineData("RRULE:FREQ=YEARLY\nRRULE:FREQ=SECONDLY", "by more than one rule")]
    [InlineData("RRULE:FREQ=YEARLY\nEXRULE:FREQ=SECONDLY", "by more than one rule")]
    public void A_rule_that_would_be_counted_for_hours_is_left_out_and_the_others_are_read(string rule, string why)
    {
        var read = Read(Event($"DTSTART:19000101T000000Z\n{rule}\nSUMMARY:A bomb"), Event("DTSTART:20261201T000000Z"));
        read.LeftOut.ShouldBe([$"“A bomb”: it repeats {why}."]);
        read.Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Many_that_repeat_since_long_are_refused_and_what_a_great_team_has_is_read()
    {
        const string daily = "DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY";
        Refused(Many(200, daily)).ShouldContain("repeat too often since too long");
        const string ended = "DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY;UNTIL=19010101";
        Read([.. Many(200, ended)]).Events.ShouldBeEmpty();
        const string friday = "DTSTART;VALUE=DATE:20200103\nRRULE:FREQ=WEEKLY;BYDAY=FR";
        Read([.. Many(300, friday)]).Events.Count.ShouldBe(300 * 57);
    }

    [Fact]
    public void Events_and_dates_without_number_are_refused_before_they_are_understood()
    {
        Refused(Many(20_001, "DTSTART:20200101")).ShouldContain("more than 20000 events or dates");
        var dates = string.Join(',', Enumerable.Repeat("20260101", 20_001));
        Refused([Event($"DTSTART:20200101\nRRULE:FREQ=DAILY\nEXDATE:{dates}")]).ShouldContain("more than 20000");
        Refused([Event($"DTSTART:20200101\nRDATE:{dates}")]).ShouldContain("more than 20000");
    }

    [Fact]
    public void What_others_wrote_is_shown_in_short()
    {
        var much = new string('x', 100_000);
        Read(Event($"DTSTART:20261201\nDTEND:20261101\nSUMMARY:{much}")).LeftOut.Single().Length.ShouldBeLessThan(200);
        Read(Event($"DTSTART;TZID={much}:20261201T000000")).LeftOut.Single().Length.ShouldBeLessThan(200);
        Read(Event($"DTSTART:20261201\nSUMMARY:{much}")).Events.Single().Title.Length.ShouldBe(200);
        Refused([Event($"DTSTART:20261201\nRRULE:FREQ={much}\nSUMMARY:{much}")]).Length.ShouldBeLessThan(300);
        Refused([$"END:{much}\n"]).Length.ShouldBeLessThan(200);
        Refused([$"BEGIN:{much}\n", "DTSTART:x\n"]).Length.ShouldBeLessThan(200);
        Refused([$"{much}\n"]).Length.ShouldBeLessThan(200);
    }

    static string Refused(IEnumerable<string> events) =>
        Should.Throw<CalendarException>(() => Read([.. events])).Message;

    static IEnumerable<string> Many(int count, string lines) => Enumerable.Range(0, count).Select(_ => Event(lines));

    static string Event(string lines) => $"BEGIN:VEVENT\nUID:{Guid.NewGuid()}\n{lines}\nEND:VEVENT\n";

    static CalendarEvents Read(params string[] events) =>
        CalendarReader.Read(
            $"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Concat(events)}END:VCALENDAR\n",
            Today,
            Today.PlusDays(CalendarRules.DaysAhead),
            TestContext.Current.CancellationToken
        );
}
