using System.Net;
using System.Text;
using System.Text.Json;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Stories;

/// <summary>S5, S79: 50 engineers and more, two duties; and the split by area that brings the gap back.</summary>
public class ManyPeople
{
    [Theory, OnBothDatabases]
    public async Task S5_Sixty_five_and_four_hundred_people_with_two_duties_have_a_year_and_a_report_of_the_gaps(
        DatabaseKind database
    )
    {
        await using var app = await Team.OnFriday(database);
        await Join(app, 1, 65);
        await app.Post("duties", new { id = "engineering", playbook = "engineering" });
        await app.Post("duties", new { id = "devops", playbook = "devops" });
        await app.SetClock(Team.MondayMorning);
        await OneNameADayAndNobodyTwice(app);
        var gaps = await app.Get("duties/engineering/rota/health");
        gaps.GetProperty("medianGap").GetInt32().ShouldBeInRange(30, 36, "65 people, two duties");
        gaps.Items("overAim").ShouldNotBeEmpty("the aim is 25 working days");
        await Join(app, 66, 400);
        await app.SetClock("2026-11-24T08:00:00Z");
        await OneNameADayAndNobodyTwice(app);
    }

    [Theory, OnBothDatabases]
    public async Task S79_The_aim_of_the_gap_gives_a_split_by_area_which_keeps_it_when_tried_out(DatabaseKind database)
    {
        await using var app = await Team.OnFriday(database);
        await app.Refused(HttpStatusCode.Conflict, HttpMethod.Get, "rota/simulation");
        await Join(app, 1, 65);
        await app.Post("duties", new { id = "engineering", playbook = "engineering" });
        await app.SetClock(Team.MondayMorning);
        var now = await app.Get("rota/simulation?aim=25");
        now.Number("people").ShouldBe(65);
        now.Number("duties").ShouldBe(1);
        now.GetProperty("gap").Number("median").ShouldBeInRange(62, 68);
        now.Number("dutiesForNineOfTen").ShouldBe(3);
        var split = now.GetProperty("split");
        var areas = split.Number("areas");
        areas.ShouldBeInRange(3, 4);
        split.Number("peopleEach").ShouldBe((65 + areas - 1) / areas);
        var then = await app.Get($"rota/simulation?aim=25&duties={areas}&areas={areas}");
        then.GetProperty("gap").GetRawText().ShouldBe(split.GetProperty("gap").GetRawText());
        then.GetProperty("gap").Number("nineOfTen").ShouldBeLessThanOrEqualTo(25);
        then.GetProperty("split").ValueKind.ShouldBe(JsonValueKind.Null, "the aim is kept");
        var refused = await app.Refused(HttpStatusCode.BadRequest, HttpMethod.Get, "rota/simulation?aim=4");
        refused.Text("detail").ShouldBe("The aim is from 5 to 250 working days.");
    }

    /// <summary>p1, p2 and so on, in one step.</summary>
    static async Task Join(DutyApp app, int first, int last)
    {
        var csv = string.Concat(Enumerable.Range(first, last - first + 1).Select(i => $"p{i},Person {i}\n"));
        using var body = new StringContent("handle,name\n" + csv, Encoding.UTF8, "text/csv");
        (await app.Post("people/import", body)).Items("added").Count.ShouldBe(last - first + 1);
    }

    static async Task OneNameADayAndNobodyTwice(DutyApp app)
    {
        var (engineering, devOps) = (await Year(app, "engineering"), await Year(app, "devops"));
        engineering.Count.ShouldBe(261);
        engineering.Keys.ShouldBe(devOps.Keys);
        engineering.ShouldAllBe(day => day.Value.Length > 0 && day.Value != devOps[day.Key]);
    }

    static async Task<SortedDictionary<string, string>> Year(DutyApp app, string duty)
    {
        var days = (await app.Get($"duties/{duty}/rota?from=2026-11-24&to=2027-11-23")).Items();
        return new(days.ToDictionary(d => d.Text("date")!, d => d.Text("person") ?? ""), StringComparer.Ordinal);
    }
}
