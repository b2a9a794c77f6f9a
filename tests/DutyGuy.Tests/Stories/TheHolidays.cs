using System.Net;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Stories;

/// <summary>Public holidays of the duty's country, and of people who live in another.</summary>
public class TheHolidays
{
    // Monday 17 May 2027 is Whit Monday; Assumption, 15 August 2028, is the first on a working day, a Tuesday.
    const string BeforeWhitMonday = "2027-05-07T08:00:00Z";
    const string BeforeAssumption = "2028-08-04T08:00:00Z";

    [Theory, OnBothDatabases]
    public async Task A_duty_with_French_holidays_has_no_turn_on_them_and_without_them_has(DatabaseKind database)
    {
        await using var app = await On(BeforeWhitMonday, database);
        (await Dates(app, "2027-05-17", "2027-05-18")).ShouldBe(["2027-05-17", "2027-05-18"]);
        var duty = await app.Patch("duties/engineering", new { holidays = "FR" });
        duty.Text("holidays").ShouldBe("FR");
        (await app.Get("duties/engineering")).Text("holidays").ShouldBe("FR");
        (await Dates(app, "2027-05-17", "2027-05-18")).ShouldBe(["2027-05-18"]);
        await app.Patch("duties/engineering", new { closedOn = new[] { "2027-05-18" } });
        (await Dates(app, "2027-05-17", "2027-05-19")).ShouldBe(["2027-05-19"]);
        (await app.Patch("duties/engineering", new { holidays = "", closedOn = Array.Empty<string>() }))
            .Text("holidays")
            .ShouldBeNull();
        (await Dates(app, "2027-05-17", "2027-05-18")).ShouldBe(["2027-05-17", "2027-05-18"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_person_in_Bavaria_is_not_given_a_turn_on_the_fifteenth_of_August(DatabaseKind database)
    {
        await using var app = await On(BeforeAssumption, database);
        var before = await Turn(app, "2028-08-15");
        await app.Patch($"people/{before.Person}", new { holidays = "DE-BY-KATH" });
        (await app.Get($"people/{before.Person}")).Text("holidays").ShouldBe("DE-BY-KATH");
        (await Turn(app, "2028-08-15")).Person.ShouldNotBe(before.Person);
    }

    [Fact]
    public async Task A_code_that_nobody_knows_is_refused_with_the_near_ones_wherever_it_is_written()
    {
        await using var app = await On(BeforeWhitMonday);
        foreach (
            var (method, path, body) in new (HttpMethod, string, object)[]
            {
                (HttpMethod.Post, "duties", new { id = "second", holidays = "France" }),
                (HttpMethod.Patch, "duties/engineering", new { holidays = "France" }),
                (HttpMethod.Post, "people", new { handle = "zoe", holidays = "France" }),
                (HttpMethod.Patch, "people/ann", new { holidays = "France" }),
            }
        )
        {
            var refused = await app.Refused(HttpStatusCode.BadRequest, method, path, body);
            refused
                .Text("detail")
                .ShouldBe("“France” has no known public holidays. Did you mean FR (France)? GET holidays lists all.");
            refused.At("errors").EnumerateObject().Single().Name.ShouldBe("holidays");
        }
        (await app.Get("people")).Texts("items", "handle").ShouldNotContain("zoe");
    }

    [Fact]
    public async Task The_places_and_their_dates_can_be_looked_up()
    {
        await using var app = await On(BeforeWhitMonday);
        (await app.Get("holidays")).Texts("items", "code").ShouldContain("DE-BY");
        var france = (await app.Get("holidays/FR")).Items();
        france.Single(h => h.Text("date") == "2027-05-17").Text("name").ShouldBe("Whit Monday");
        await app.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "holidays/XX");
    }

    [Fact]
    public async Task The_forms_show_and_keep_them()
    {
        await using var app = await On(BeforeWhitMonday);
        await app.Patch("duties/engineering", new { holidays = "FR" });
        await app.Patch("people/ann", new { holidays = "DE-BY" });
        var boss = await app.As("boss");
        (await boss.Page("/duties/engineering/days-off")).ShouldContain(
            "<option value=\"FR\" selected>France</option>"
        );
        var ann = await boss.Page("/people/ann/change");
        ann.ShouldContain("<option value=\"DE\" selected>Germany</option>");
        ann.ShouldContain("<option value=\"DE-BY\" selected>Bayern</option>");
        ann.ShouldNotContain("value=\"US-", customMessage: "regions of another country");
        (await boss.Page("/people/new")).ShouldContain("<option value=\"DE\">Germany</option>");
        var rota = await boss.Page("/rota");
        rota.ShouldContain("<p class=\"dim\">Ascension Day</p>");
        rota.ShouldContain("<p class=\"dim\">Whit Monday</p>");
    }

    [Fact]
    public async Task A_press_keeps_what_the_forms_say()
    {
        await using var app = await On(BeforeWhitMonday);
        var boss = await app.As("boss");
        await Press(boss, "/duties/engineering/days-off", ("holidays", "FR"), ("closedOn", "2027-05-18, 2027-05-19"));
        (await Dates(app, "2027-05-17", "2027-05-20")).ShouldBe(["2027-05-20"]);
        await Press(boss, "/people/ann/change", ("name", "Ann A"), ("holidays", "DE"), ("region", "DE-BY"));
        (await app.Get("people/ann")).Text("holidays").ShouldBe("DE-BY");
        (await Press(boss, "/duties/engineering/days-off", ("closedOn", "soon"))).ShouldContain(
            "is not a date.</b> Write for instance 2026-12-24."
        );
        (await app.Get("duties/engineering")).Text("holidays").ShouldBe("FR", "a refused press changes nothing");
        await Press(boss, "/duties/engineering/days-off", ("holidays", ""), ("closedOn", ""));
        (await Dates(app, "2027-05-17", "2027-05-18")).ShouldBe(["2027-05-17", "2027-05-18"]);
    }

    [Theory]
    [InlineData("/people/new")]
    [InlineData("/people/ann/change")]
    [InlineData("/duties/engineering/days-off")]
    public async Task The_regions_of_a_country_come_by_a_press_that_keeps_nothing(string form)
    {
        await using var app = await On(BeforeWhitMonday);
        var boss = await app.As("boss");
        var page = await boss.Page(form);
        page.ShouldNotContain("value=\"DE-BY\"");
        page.Length.ShouldBeLessThan(20_000);
        var shown = await Press(boss, form, ("holidays", "DE"), ("name", "Not kept"), ("show", "regions"));
        shown.ShouldContain("<option value=\"DE\" selected>Germany</option>");
        shown.ShouldContain("<option value=\"DE-BY\">Bayern</option>");
        if (form != "/duties/engineering/days-off")
            shown.ShouldContain("value=\"Not kept\"");
        (await Press(boss, form, ("show", "regions"))).ShouldContain("Choose the country first.");
        var small = await Press(boss, form, ("holidays", "MC"), ("show", "regions"));
        small.ShouldContain("No holidays of regions are known for Monaco.");
        (await app.Get("people/ann")).Text("holidays").ShouldBeNull();
        (await app.Get("people")).Texts("items", "name").ShouldNotContain("Not kept");
        (await app.Get("duties/engineering")).Text("holidays").ShouldBeNull();
    }

    [Fact]
    public async Task A_region_counts_while_it_lies_in_the_chosen_country()
    {
        await using var app = await On(BeforeWhitMonday);
        var boss = await app.As("boss");
        await Press(boss, "/people/ann/change", ("name", "Ann"), ("holidays", "FR"), ("region", "DE-BY"));
        (await app.Get("people/ann")).Text("holidays").ShouldBe("FR");
    }

    [Fact]
    public async Task Ones_own_are_ones_own_and_those_of_others_are_not()
    {
        await using var app = await On(BeforeWhitMonday);
        var ann = await app.As("ann");
        (await ann.Patch("people/ann", new { holidays = "GB-SCT" })).Text("holidays").ShouldBe("GB-SCT");
        await ann.Refused(HttpStatusCode.Forbidden, HttpMethod.Patch, "people/mel", new { holidays = "GB-SCT" });
        await ann.Refused(HttpStatusCode.Forbidden, HttpMethod.Patch, "duties/engineering", new { holidays = "FR" });
    }

    /// <summary>A duty of four that was set up on a Friday, two days before the Monday when the test begins.</summary>
    static async Task<DutyApp> On(string friday, DatabaseKind database = DatabaseKind.Sqlite)
    {
        var app = await DutyApp.Start(database, RunningDuty.Time(friday));
        await app.Post("people", new { handle = "boss", role = "administrator" });
        await Team.Create(app, "ann", "mel", "tom", "lea");
        return app;
    }

    static async Task<string> Press(DutyApi api, string path, params (string Field, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.ToDictionary(f => f.Field, f => f.Value));
        using var answer = await api.Http.PostAsync(path, form, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    static async Task<IReadOnlyList<string>> Dates(DutyApp app, string from, string to) =>
        [.. (await Team.Rota(app, from, to)).Select(d => d.Text("date")!)];

    static async Task<(string Person, string? Why)> Turn(DutyApp app, string date)
    {
        var turn = (await Team.Rota(app, date, date)).ShouldHaveSingleItem();
        return (turn.Text("person")!, turn.Text("why"));
    }
}
