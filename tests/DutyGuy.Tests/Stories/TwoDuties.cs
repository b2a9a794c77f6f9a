using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Stories;

/// <summary>S76, S77: a second duty has its own board and name; they shake hands; the wall shows both.</summary>
public class TwoDuties
{
    [Fact]
    public async Task S76_A_second_duty_has_its_own_playbook_board_and_name_on_the_wall()
    {
        await using var app = await Start();
        var (engineer, devops) = (await On(app, "engineering"), await On(app, "devops"));
        engineer.ShouldBeOneOf("ann", "mel");
        devops.ShouldBeOneOf("tom", "lea");
        (await app.Board("devops")).Texts("lines", "rule").ShouldBe(["health"]);
        (await app.Board("engineering")).Texts("lines", "rule").ShouldBeEmpty();
        await Team.Ci(app, "failing");
        (await app.Board("engineering")).Texts("lines", "rule").ShouldBe(["green"]);
        (await app.Board("devops")).Texts("lines", "rule").ShouldBe(["health"]);
        var wall = await Wall(app);
        wall.ShouldContain(Name(engineer));
        wall.ShouldContain(Name(devops));
    }

    [Fact]
    public async Task S77_Both_press_start_which_is_the_hello_and_each_sees_the_other_board()
    {
        await using var app = await Start();
        var (ann, tom) = (await app.As(await On(app, "engineering")), await app.As(await On(app, "devops")));
        (await ann.Page("/")).ShouldContain("has not said hello yet");
        await ann.Post("duties/engineering/start");
        await app.Advance("PT7M");
        await tom.Post("duties/devops/start");
        var page = await ann.Page("/");
        page.ShouldContain("said hello at 09:00");
        page.ShouldContain("said hello at 09:07");
        page.ShouldNotContain("not said hello yet");
        (await ann.Board("devops")).Text("onDuty.person").ShouldBe(await On(app, "devops"));
        (await ann.Page("/duties/devops")).ShouldContain("DevOps");
        (await app.Facts("devops")).ShouldContain(f =>
            f.Text("kind") == "duty started" && f.Text("at") == "2026-11-23T08:07:00Z"
        );
    }

    [Fact]
    public async Task A_hold_is_a_line_on_the_wall_until_it_expires()
    {
        await using var app = await Team.OnMonday();
        await app.Post("holds", new { why = "The database moves", until = "2026-11-23T10:00:00Z" });
        (await Wall(app)).ShouldContain("No rollout: The database moves, until 11:00");
        await app.SetClock("2026-11-23T10:00:00Z");
        (await Wall(app)).ShouldNotContain("The database moves");
    }

    [Fact]
    public async Task The_first_page_is_the_board_of_the_duty_one_is_on_else_of_the_first_one_is_in()
    {
        await using var app = await Start();
        await app.Patch("duties/engineering", new { members = new[] { "ann", "mel", "tom", "lea" } });
        var me = await app.As(await On(app, "devops") == "tom" ? "lea" : "tom");
        const string foreign = "Today, Monday 23 November, ";
        (await me.Page("/duties/devops")).ShouldNotContain(foreign);
        (await me.Page("/duties/engineering")).ShouldContain(foreign);
        await me.Post("duties/engineering/take-over");
        (await me.Page("/")).ShouldContain("action=\"/duties/engineering/start\"");
        (await me.Page("/duties/devops")).ShouldContain(foreign);
    }

    static async Task<DutyApp> Start()
    {
        var app = await Team.OnFriday();
        foreach (var handle in new[] { "ann", "mel", "tom", "lea" })
            await app.Post("people", new { handle });
        await app.Post(
            "duties",
            new
            {
                id = "engineering",
                members = new[] { "ann", "mel" },
                repositories = new[] { "clinic" },
            }
        );
        await app.Post(
            "duties",
            new
            {
                id = "devops",
                playbook = "devops",
                members = new[] { "tom", "lea" },
            }
        );
        await app.SetClock(Team.MondayMorning);
        return app;
    }

    static async Task<string> On(DutyApp app, string duty) => (await app.Get($"duties/{duty}/on-duty")).Text("person")!;

    static async Task<string> Wall(DutyApp app)
    {
        var key = (await app.Post("walls", new { name = "Kitchen" })).Text("key");
        return await app.Nobody.Page($"/wall?key={key}");
    }

    static string Name(string handle) => char.ToUpperInvariant(handle[0]) + handle[1..];
}
