using DutyGuy.Web;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Web;

public class SayTests
{
    static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    static readonly Instant Now = Instant.FromUtc(2026, 11, 19, 9, 22, 7);

    [Theory]
    [InlineData(-5, "0 min")]
    [InlineData(0, "0 min")]
    [InlineData(7, "7 min")]
    [InlineData(60, "1 h")]
    [InlineData(248, "4 h 8 min")]
    [InlineData(1150, "19 h")]
    [InlineData(1800, "1 d 6 h")]
    [InlineData(2880, "2 d")]
    [InlineData(12960, "9 d")]
    public void An_age_is_said_in_its_two_largest_units(int minutes, string said) =>
        Say.Age(Duration.FromMinutes(minutes)).ShouldBe(said);

    [Fact]
    public void A_time_is_said_in_the_zone_of_the_duty()
    {
        Say.Time(Now, Paris).ShouldBe("10:22");
        Say.Clock(Now, Paris).ShouldBe("10:22:07");
    }

    [Fact]
    public void A_date_names_its_year_only_when_it_is_another_one()
    {
        var date = new LocalDate(2026, 11, 19);
        Say.Date(date, date).ShouldBe("Thursday 19 November");
        Say.Date(date, date.PlusYears(1)).ShouldBe("Thursday 19 November 2026");
    }

    [Theory]
    [InlineData(0, "10:22")]
    [InlineData(18, "Wednesday 16:22")]
    [InlineData(24 * 7, "12 November 10:22")]
    [InlineData(24 * 365, "19 November 2025 10:22")]
    public void A_past_instant_is_said_as_shortly_as_it_is_clear(int hoursAgo, string said) =>
        Say.When(Now - Duration.FromHours(hoursAgo), Now, Paris).ShouldBe(said);

    [Fact]
    public void Counts_are_true_and_agree_with_their_noun()
    {
        Say.Count(1842, "test").ShouldBe("1,842 tests");
        Say.Count(1, "change").ShouldBe("1 change");
        Say.Count(0, "person", "people").ShouldBe("0 people");
    }

    [Fact]
    public void Names_are_listed_as_one_says_them()
    {
        Say.List([]).ShouldBe("");
        Say.List(["Lea"]).ShouldBe("Lea");
        Say.List(["Lea", "Tom", "Ines"]).ShouldBe("Lea, Tom and Ines");
    }

    [Fact]
    public void Only_a_hash_is_cut_short()
    {
        Say.Short("4b7e0d1c99aa").ShouldBe("4b7e0d1");
        Say.Short("release-2026").ShouldBe("release-2026");
    }
}
