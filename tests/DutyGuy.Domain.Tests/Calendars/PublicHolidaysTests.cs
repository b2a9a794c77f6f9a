using DutyGuy.Domain;
using NodaTime;
using NodaTime.Text;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Calendars;

/// <summary>Dates that anybody can look up elsewhere.</summary>
public class PublicHolidaysTests
{
    [Theory]
    [InlineData("FR", "2026-07-14", "Bastille Day")]
    [InlineData("FR", "2036-07-14", "Bastille Day")]
    [InlineData("FR", "2026-04-06", "Easter Monday")]
    [InlineData("FR", "2027-03-29", "Easter Monday")]
    [InlineData("FR", "2028-06-05", "Whit Monday")]
    [InlineData("DE-BY", "2026-01-06", "Epiphany")]
    [InlineData("DE-BY-KATH", "2026-08-15", "Assumption")]
    [InlineData("DE-BY-KATH", "2026-06-04", "Corpus Christi")]
    [InlineData("DE-SL", "2026-08-15", "Assumption")]
    [InlineData("DE-BE", "2026-10-03", "National Holiday")]
    [InlineData("GB-ENG", "2026-04-06", "Easter Monday")]
    [InlineData("GB-ENG", "2026-08-31", "Summer bank holiday")]
    [InlineData("GB-ENG", "2026-12-28", "Boxing Day (substitute day)")]
    [InlineData("GB-SCT", "2026-08-03", "Summer bank holiday")]
    [InlineData("GB-SCT", "2026-11-30", "St Andrew’s Day")]
    [InlineData("US", "2026-11-26", "Thanksgiving Day")]
    [InlineData("TR", "2026-03-22", "End of Ramadan (Eid al-Fitr)")] // the third of three and a half days
    [InlineData("SZ", "2027-01-02", "Incwala Festival")] // began in the year before
    public void Is_a_holiday(string code, string date, string name) =>
        Names(code).GetValueOrDefault(Date(date)).ShouldBe(name);

    [Theory]
    [InlineData("DE-BE", "2026-08-15")]
    [InlineData("DE-BY", "2026-08-15")] // by law only where most are catholic: DE-BY-KATH
    [InlineData("DE-BY-EVANG", "2026-08-15")]
    [InlineData("GB-SCT", "2026-04-06")]
    [InlineData("GB-SCT", "2026-08-31")]
    [InlineData("GB-ENG", "2026-11-30")]
    [InlineData("DE", "2026-12-24")] // half a day, and not a public holiday
    [InlineData("FR", "2026-05-31")] // Mother's Day
    [InlineData("CN", "2026-03-08")] // half a day for women
    [InlineData("CN", "2026-06-01")] // for children
    [InlineData("TR", "2026-03-23")] // only half of it
    public void Is_none(string code, string date) => Names(code).ContainsKey(Date(date)).ShouldBeFalse();

    [Fact]
    public void A_choice_goes_from_countries_by_name_to_the_regions_of_one()
    {
        var names = PublicHolidays.Countries.Select(c => c.Name).ToList();
        names.IndexOf("Germany").ShouldBeInRange(names.IndexOf("France") + 1, names.IndexOf("Greece") - 1);
        var germany = PublicHolidays.Countries.Single(c => c.Code == "DE");
        var regions = PublicHolidays.RegionsOf(germany);
        regions.ShouldContain(new HolidayPlace("DE-BY", "Bayern"));
        regions.ShouldContain(new HolidayPlace("DE-BY-KATH", "Bayern, Predominantly catholic communities"));
        regions.ShouldAllBe(r => r.Code.StartsWith("DE-"));
        PublicHolidays.RegionsOf(PublicHolidays.Countries.Single(c => c.Code == "MC")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_place_can_be_read_and_lies_within_the_years()
    {
        PublicHolidays.Places.Count.ShouldBeGreaterThan(600);
        foreach (var calendar in PublicHolidays.Places.Select(place => PublicHolidays.Of(place.Code).Value!))
        {
            calendar.Names.Keys.ShouldAllBe(date => date.Year >= 2026 && date.Year <= 2036);
            calendar.Dates.SetEquals(calendar.Names.Keys).ShouldBeTrue();
        }
    }

    [Fact]
    public void Places_are_named_for_a_choice()
    {
        PublicHolidays.Places.ShouldContain(new HolidayPlace("FR", "France"));
        PublicHolidays.Places.ShouldContain(new HolidayPlace("DE-BY", "Germany, Bayern"));
        PublicHolidays.Find("FR").ShouldBeSameAs(PublicHolidays.Find("FR"), "it is asked on every load of facts");
    }

    [Theory]
    [InlineData("fr", "FR (France)")]
    [InlineData("France", "FR (France)")]
    [InlineData("Bayern", "DE-BY (Germany, Bayern)")]
    [InlineData("Germny", "DE (Germany)")]
    [InlineData("DE-XX", "DE-BB (Germany, Brandenburg)")]
    [InlineData("somewhere else", "such as FR or DE-BY")]
    [InlineData("", "such as FR or DE-BY")]
    public void An_unknown_code_is_refused_with_what_was_probably_meant(string code, string hint)
    {
        var refusal = PublicHolidays.Of(code).Refusal.ShouldNotBeNull();
        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Field.ShouldBe("holidays");
        refusal.Detail.ShouldStartWith($"“{code}” has no known public holidays.");
        refusal.Detail.ShouldContain(hint);
    }

    static IReadOnlyDictionary<LocalDate, string> Names(string code) => PublicHolidays.Of(code).Value!.Names;

    static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
