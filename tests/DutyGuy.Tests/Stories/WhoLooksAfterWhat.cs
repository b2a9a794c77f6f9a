using System.Net;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Intake;

namespace DutyGuy.Tests.Stories;

/// <summary>S91: a duty keeps what it looks after, whatever is added, renamed or ended.</summary>
public class WhoLooksAfterWhat
{
    static readonly string Commit = new('a', 40);

    [Fact]
    public async Task S91_A_second_duty_whose_name_sorts_first_takes_nothing()
    {
        await using var app = await Team.OnMonday();
        await Red(app, "clinic");
        await (await Sender.Of(app, "clinic")).Error("Timeout");
        var before = (await app.Board("engineering")).Texts("lines", "title");
        before.Count.ShouldBe(2);
        await Aardvark(app, "lea");
        (await app.Board("engineering")).Texts("lines", "title").ShouldBe(before);
        (await app.Board("aardvark")).Lines().ShouldBeEmpty();
        (await app.Get("duties/engineering")).GetProperty("repositories").GetRawText().ShouldBe("[\"clinic\"]");
        (await app.Get("duties/engineering")).GetProperty("projects").GetRawText().ShouldBe("[\"clinic\"]");
        (await app.Facts("engineering")).ShouldContain(f =>
            f.Text("text")
            == "Aardvark is a second duty. Engineering looks after the repository clinic, the project clinic."
        );
        (await Wall(app)).ShouldContain("Main is red");
        await app.Patch("duties/engineering", new { name = "Zebra" });
        (await app.Board("engineering")).Texts("lines", "title").ShouldBe(before);
        (await app.Board("aardvark")).Lines().ShouldBeEmpty();
    }

    [Fact]
    public async Task S91_What_a_new_duty_names_moves_to_it_with_a_word_in_both()
    {
        await using var app = await Team.OnMonday();
        await Red(app, "clinic");
        await Red(app, "shop");
        await Aardvark(app, "lea", "shop");
        const string moved = " gave the repository shop from Engineering to Aardvark.";
        foreach (var duty in new[] { "engineering", "aardvark" })
        {
            (await app.Board(duty)).Texts("lines", "rule").ShouldBe(["green"]);
            (await app.Facts(duty)).Select(f => f.Text("text")).ShouldContain(t => t!.EndsWith(moved));
        }
        await app.Patch("duties/engineering", new { repositories = new[] { "clinic", "shop" } });
        (await app.Board("aardvark")).Lines().ShouldBeEmpty();
        (await app.Get("duties/aardvark")).GetProperty("repositories").GetRawText().ShouldBe("[]");
    }

    [Fact]
    public async Task S91_What_nobody_looks_after_is_a_line_on_every_board_until_it_is_ours()
    {
        await using var app = await Team.OnMonday();
        var on = await Team.OnDuty(app);
        var other = await Team.SomebodyElse(app);
        await Aardvark(app, other);
        await Red(app, "shop");
        foreach (var duty in new[] { "engineering", "aardvark" })
        {
            var line = (await app.Board(duty)).Lines().ShouldHaveSingleItem();
            line.Text("rule").ShouldBe("nobody");
            line.Text("title").ShouldBe("Nobody looks after shop");
            line.Text("why").ShouldBe("Its main is red since 09:00. Nobody is asked about it until a duty takes it.");
            line.Text("state").ShouldBe("now");
            line.Text("repository").ShouldBe("shop");
        }
        var wall = await Wall(app);
        wall.IndexOf("Main of shop is red, nobody looks after it", StringComparison.Ordinal)
            .ShouldBeInRange(1, wall.IndexOf("State of main", StringComparison.Ordinal));
        var me = await app.As(on);
        (await me.Page("/")).ShouldContain("It is ours");
        var theirs = new { repository = "shop" };
        await me.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "duties/aardvark/looks-after", theirs);
        await me.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Post,
            "duties/engineering/looks-after",
            new { repository = "unheard" }
        );
        await me.Post("duties/engineering/looks-after", theirs);
        (await app.Board("engineering")).Texts("lines", "rule").ShouldBe(["green"]);
        (await app.Board("aardvark")).Lines().ShouldBeEmpty();
        (await app.Facts("engineering")).ShouldContain(f =>
            f.Text("text") == $"Engineering looks after the repository shop now, by {on}. Nobody did before."
        );
        var taken = await (await app.As(other)).Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Post,
            "duties/aardvark/looks-after",
            theirs
        );
        taken.Text("detail")!.ShouldStartWith("Engineering looks after the repository shop.");
    }

    [Fact]
    public async Task S91_Errors_that_nobody_looks_after_are_counted_and_nobody_is_asked()
    {
        await using var app = await Team.OnMonday();
        var shop = await Sender.Of(app);
        await Aardvark(app, await Team.SomebodyElse(app));
        await app.Patch("duties/engineering", new { projects = Array.Empty<string>() });
        await shop.Error("Timeout");
        await shop.Error("Overflow");
        var line = (await app.Board("engineering")).Lines().ShouldHaveSingleItem();
        line.Text("why")!.ShouldStartWith("2 errors. ");
        (line.Number("count"), line.Text("project")).ShouldBe((2, "shop"));
        var me = await Team.Duty(app);
        var ways = new[] { ("poke", (object)new { person = "lea" }), ("assign", new { person = "lea" }) };
        foreach (var (way, body) in ways)
            (await me.Refused(HttpStatusCode.Conflict, HttpMethod.Post, $"errors/1/{way}", body))
                .Text("detail")!
                .ShouldStartWith("Nobody looks after shop. Press “It is ours”");
        (await me.Page("/triage?error=1")).ShouldContain("Nobody looks after shop.");
        (await app.Facts("aardvark")).ShouldContain(f =>
            f.Text("text") == "New error in staging of shop, which nobody looks after: “Timeout: it broke”."
        );
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["project"] = "shop" });
        (await me.Send(HttpMethod.Post, "/duties/engineering/looks-after", form)).Status.ShouldBe(HttpStatusCode.Found);
        (await app.Board("engineering")).Texts("lines", "rule").ShouldBe(["staging", "staging"]);
    }

    [Fact]
    public async Task S91_With_two_duties_a_new_project_and_a_new_repository_name_theirs()
    {
        await using var app = await Team.OnMonday();
        await app.Post("projects", new { name = "asked of nobody" });
        await Aardvark(app, "lea");
        var url = "https://git.clinic.example/shop";
        foreach (
            var (path, body) in new[]
            {
                ("projects", (object)new { name = "shop" }),
                ("repositories", new { id = "shop", url }),
            }
        )
        {
            var refused = await app.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, path, body);
            refused.Text("errors.duty.0")!.ShouldEndWith("aardvark, engineering.");
        }
        (await app.Page("/settings/projects")).ShouldContain("Who looks after it?");
        await app.Post("projects", new { name = "shop", duty = "aardvark" });
        await app.Post(
            "repositories",
            new
            {
                id = "shop",
                url,
                duty = "engineering",
            }
        );
        (await app.Get("duties/aardvark")).GetProperty("projects").GetRawText().ShouldBe("[\"shop\"]");
        (await app.Get("duties/engineering")).GetProperty("repositories").GetRawText().ShouldBe("[\"shop\"]");
        await app.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Post,
            "projects",
            new { name = "till", duty = "cooking" }
        );
    }

    [Fact]
    public async Task S91_An_ended_duty_keeps_its_past_and_what_it_had_goes_with_a_word()
    {
        await using var app = await Team.OnMonday();
        await Red(app, "shop");
        await app.Refused(HttpStatusCode.Conflict, HttpMethod.Delete, "duties/engineering");
        var held = await Team.OnDuty(app);
        await Aardvark(app, await Team.SomebodyElse(app), "shop");
        await app.Post("duties", new { id = "devops", playbook = "devops" });
        await app.Advance("PT1H");
        var ended = await app.Delete("duties/aardvark");
        ended.Items("moved").ShouldHaveSingleItem().GetProperty("to").ValueKind.ShouldBe(JsonValueKind.Null);
        ended.Text("duty.endedAt").ShouldBe("2026-11-23T09:00:00Z");
        (await app.Board("engineering")).Texts("lines", "title").ShouldBe(["Nobody looks after shop"]);
        (await app.Get("duties")).Texts("items", "id").ShouldBe(["devops", "engineering"], ignoreOrder: true);
        (await app.Get("duties?ended=true")).Items().Count.ShouldBe(3);
        var entry = (await Team.Log(app)).Single(e => e.Text("duty") == "aardvark");
        entry.Text("to").ShouldBe("2026-11-23T09:00:00Z");
        entry.Items("notFinished").Count.ShouldBe(1);
        (await app.Get("duties/aardvark/on-duty")).GetProperty("person").ValueKind.ShouldBe(JsonValueKind.Null);
        (await app.Get("duties/aardvark/rota?from=2026-11-23&to=2026-12-31"))
            .Texts("items", "to")
            .ShouldBe(["2026-11-23T09:00:00Z"]);
        (await app.Facts("aardvark")).ShouldContain(f => f.Text("kind") == "turn ended");
        var back = await (await app.As(held)).Send(HttpMethod.Post, "duties/aardvark/take-over");
        back.Status.ShouldBe(HttpStatusCode.Conflict);
        await app.Refused(HttpStatusCode.Conflict, HttpMethod.Post, "duties", new { id = "aardvark" });
        await app.Refused(HttpStatusCode.Conflict, HttpMethod.Delete, "duties/aardvark");
        await app.Advance("P3D");
        (await app.Outbox()).ShouldNotContain(m =>
            m.Text("text")!.Contains("Aardvark", StringComparison.Ordinal)
            && RunningDuty.Time(m.Text("createdAt")) > RunningDuty.Time("2026-11-23T09:00:00Z")
        );
        var last = await app.Delete("duties/devops");
        last.Text("text").ShouldBe("Engineering is the only duty now and looks after everything.");
        (await app.Board("engineering")).Texts("lines", "rule").ShouldBe(["green"]);
        await app.Refused(HttpStatusCode.Conflict, HttpMethod.Delete, "duties/engineering");
    }

    [Fact]
    public async Task S91_A_rollout_told_elsewhere_is_of_the_same_duty_whatever_joins()
    {
        await using var app = await Team.OnMonday();
        await app.Post(
            "rollouts",
            new
            {
                release = "clinic@1",
                commit = Commit,
                environment = "production",
            }
        );
        await Aardvark(app, "lea");
        (await app.Get("rollouts/next")).Text("duty").ShouldBe("engineering");
        (await app.Page("/rollout")).ShouldContain("clinic@1");
        await app.Patch("duties/engineering", new { name = "Zebra" });
        (await app.Get("rollouts/next")).Text("duty").ShouldBe("engineering");
    }

    static Task<JsonElement> Red(DutyApp app, string repository) =>
        app.Post(
            "signals/ci",
            new
            {
                repository,
                branch = "main",
                commit = Commit,
                status = "failing",
            }
        );

    /// <summary>A second duty, and somebody who takes it over at once.</summary>
    static async Task Aardvark(DutyApp app, string person, params string[] repositories)
    {
        await app.Post(
            "duties",
            new
            {
                id = "aardvark",
                name = "Aardvark",
                repositories = repositories.Length == 0 ? null : repositories,
            }
        );
        await (await app.As(person)).Post("duties/aardvark/take-over");
    }

    static async Task<string> Wall(DutyApp app)
    {
        var key = (await app.Post("walls", new { name = "Kitchen" })).Text("key");
        return await app.Nobody.Page($"/wall?key={key}");
    }
}
