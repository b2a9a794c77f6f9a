using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Calendars;

public class CalendarAbsencesTests
{
    static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 8, 0);
    static readonly DutyHours Hours = new(
        Paris,
        new(9, 0),
        new(18, 0),
        DutyHours.MondayToFriday,
        new HashSet<LocalDate>()
    );
    static readonly Person Mel = Of("mel", "Mel Martin");
    static readonly Person Ann = Of("ann", "Ann");
    static readonly Person AnnSmith = Of("smith", "Ann Smith");
    static readonly AbsenceCalendar Own = new()
    {
        Id = 1,
        Person = "mel",
        Url = "sealed",
        Host = "x.example",
    };
    static readonly AbsenceCalendar Team = Own with { Id = 2, Person = null };

    [Theory]
    [InlineData("2026-11-24T08:00", "2026-11-24T17:00", "2026-11-24", "2026-11-24")] // nine to six in Paris
    [InlineData("2026-11-24T08:01", "2026-11-24T17:00", null, null)]
    [InlineData("2026-11-24T08:00", "2026-11-24T16:59", null, null)]
    [InlineData("2026-11-26T12:00", "2026-12-01T12:00", "2026-11-27", "2026-11-30")] // half days at both ends
    [InlineData("2026-11-27T17:00", "2026-11-30T08:00", null, null)] // a weekend
    public void A_working_day_that_is_covered_counts(string from, string to, string? first, string? last)
    {
        var time = new EventTime.Between(At(from), At(to));
        var days = EventDays.Of(time, [Hours]);
        days?.From.ToString("uuuu-MM-dd", null).ShouldBe(first);
        days?.To.ToString("uuuu-MM-dd", null).ShouldBe(last);
        (days is null).ShouldBe(first is null);
    }

    [Fact]
    public void A_floating_day_is_that_of_the_person()
    {
        var time = new EventTime.Floating(new(2027, 7, 5, 9, 0), new(2027, 7, 5, 18, 0));
        EventDays.Of(time, [Hours]).ShouldBe((new(2027, 7, 5), new(2027, 7, 5)));
    }

    [Theory]
    [InlineData("Mel: vacation", "mel")]
    [InlineData("vacation MEL MARTIN", "mel")]
    [InlineData("Ann Smith away", "smith")]
    [InlineData("Ann away", "ann")]
    [InlineData("Melanie away", null)]
    [InlineData("Mel and Ann", null)]
    [InlineData("Company day", null)]
    public void A_title_names_one_person_or_nobody(string title, string? handle) =>
        EventPeople.Of(Day(title, 24), [Mel, Ann, AnnSmith]).Handles.SingleOrDefault().ShouldBe(handle);

    [Fact]
    public void Mail_addresses_name_who_takes_part_and_who_entered_it_only_when_nobody_else_does()
    {
        var entered = Day("Vacation", 24) with { Organizer = "Mel@clinic.example" };
        EventPeople.Of(entered, [Mel, Ann]).Handles.ShouldBe(["mel"]);
        var forAnn = entered with { Attendees = ["mel@clinic.example", "ann@clinic.example"] };
        EventPeople.Of(forAnn, [Mel, Ann]).Handles.ShouldBe(["ann"]);
        var forStranger = entered with { Attendees = ["who@else.example"] };
        EventPeople.Of(forStranger, [Mel, Ann]).Handles.ShouldBeEmpty();
        EventPeople.Of(entered with { Declined = ["mel@clinic.example"] }, [Mel]).Handles.ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_changed_changes_and_what_is_over_stays()
    {
        var over = new Absence("mel", new(2026, 11, 2), new(2026, 11, 6), "calendar", Own.Source);
        var stays = new Absence("mel", new(2026, 11, 24), new(2026, 11, 24), "calendar", Own.Source);
        var goes = new Absence("mel", new(2026, 11, 25), new(2026, 11, 25), "calendar", Own.Source);
        var change = Change(Own, [Day("a", 24), Day("b", 26), Day("b again", 26), Day("over", 20)], over, stays, goes);
        change.Gone.ShouldBe([goes]);
        change.Added.ShouldBe([new Absence("mel", new(2026, 11, 26), new(2026, 11, 26), "calendar", "calendar 1")]);
        change.LeftOut.ShouldBeEmpty();
    }

    [Fact]
    public void What_one_declined_is_no_absence_and_a_title_is_not_told_on()
    {
        var declined = Day("Retreat", 24) with { Declined = ["mel@clinic.example"] };
        Change(Own, [declined]).Added.ShouldBeEmpty();
        Change(Own, [Day("At the doctor's", 24)]).Added.Single().Why.ShouldBe("calendar");
    }

    [Fact]
    public void What_names_nobody_is_listed_once_with_the_reason()
    {
        var change = Change(
            Team,
            [Day("Company day", 24), Day("Company day", 25), Day("Mel or Ann", 26), Day("x", 20)]
        );
        change.Added.ShouldBeEmpty();
        change.LeftOut.ShouldBe([
            "“Company day” on 2026-11-24: neither its title nor its mail addresses name somebody of the team.",
            "“Mel or Ann” on 2026-11-26: its title fits several people (mel, ann).",
        ]);
    }

    [Theory]
    [InlineData("webcal://p01.example/a.ics", true)]
    [InlineData("https://x.example/a.ics", true)]
    [InlineData("http://x.example/a.ics", false)]
    [InlineData("http://dav.clinic/a.ics", true)]
    [InlineData("ftp://x.example/a.ics", false)]
    [InlineData("mel", false)]
    [InlineData(" ", false)]
    public void Addresses_are_https_but_for_hosts_of_the_own_network(string url, bool taken) =>
        (CalendarRules.Wrong(url, new HashSet<string> { "dav.clinic" }) is null).ShouldBe(taken);

    static CalendarChange Change(AbsenceCalendar calendar, AwayEvent[] events, params Absence[] kept) =>
        CalendarAbsences.Change(calendar, events, kept, [Mel, Ann], _ => [Hours], Now);

    static AwayEvent Day(string title, int day) =>
        new(title, new EventTime.Days(new(2026, 11, day), new(2026, 11, day)));

    static Person Of(string handle, string name) =>
        new()
        {
            Handle = handle,
            Name = name,
            Emails = [$"{handle}@clinic.example"],
        };

    static Instant At(string utc) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(utc + ":00Z").Value;
}
