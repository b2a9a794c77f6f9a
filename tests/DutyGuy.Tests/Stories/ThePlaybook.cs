using System.Net;
using System.Text.Json;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Rollouts;

namespace DutyGuy.Tests.Stories;

/// <summary>S50, S56, S71: one rule is enough, every version is kept, every rule and step has its reason.</summary>
public class ThePlaybook
{
    [Fact]
    public async Task S50_A_playbook_with_only_the_rollout_rule_works_from_an_empty_install()
    {
        await using var app = await Team.OnFriday();
        foreach (var handle in new[] { "ann", "mel" })
            await app.Post("people", new { handle });
        await app.Post("duties", new { id = "engineering", playbook = RolloutWorld.Playbook() });
        await app.SetClock("2026-11-23T14:59:59Z");
        (await app.Board("engineering")).Items("lines").ShouldBeEmpty();
        await app.SetClock("2026-11-23T15:00:00Z");
        var line = (await app.Board("engineering")).Items("lines").ShouldHaveSingleItem();
        line.Text("rule").ShouldBe("rollout");
        line.Number("checklistRun").ShouldBeGreaterThan(0);
        var on = await Team.OnDuty(app);
        (await Team.Told(app, on, "line(engineering, rollout")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S56_Three_hundred_versions_each_have_author_reason_difference_and_date()
    {
        await using var app = await Team.OnMonday();
        var owner = await app.As("nicolas", Domain.Role.ProcessOwner);
        var files = await Files(app);
        for (var version = 2; version <= 301; version++)
            await Publish(owner, With(files, "age < 2 days", $"age < {version + 1} days"), $"Reason {version}");
        var history = (await app.Get("playbooks/engineering/versions")).Items();
        history.Count.ShouldBe(301);
        history[0].Number("number").ShouldBe(301);
        foreach (var version in history.SkipLast(1))
        {
            version.Text("author").ShouldBe("nicolas");
            version.Text("reason").ShouldBe($"Reason {version.Number("number")}");
            version.Text("at").ShouldNotBeNull();
            version.Items("changes").ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task A_new_version_counts_from_the_next_turn_and_a_roll_back_at_once()
    {
        await using var app = await Team.OnMonday();
        var owner = await app.As("nicolas", Domain.Role.ProcessOwner);
        var files = await Files(app);
        await Publish(owner, With(files, "time >= 16:00", "time >= 11:00"), "Earlier is calmer");
        await app.SetClock("2026-11-23T10:30:00Z");
        (await Rules(app)).ShouldNotContain("rollout");
        (await app.Get("playbooks/engineering")).Number("version").ShouldBe(1);
        await app.SetClock("2026-11-24T10:30:00Z");
        (await app.Get("playbooks/engineering")).Number("version").ShouldBe(2);
        (await Rules(app)).ShouldContain("rollout");
        var back = await owner.Post("playbooks/engineering/versions/1/roll-back", new { reason = "It was not" });
        back.Number("version").ShouldBe(3);
        (await app.Get("playbooks/engineering")).Number("version").ShouldBe(3);
        await app.SetClock("2026-11-25T10:30:00Z");
        (await Rules(app)).ShouldNotContain("rollout");
    }

    [Fact]
    public async Task A_running_checklist_keeps_its_version_when_the_playbook_goes_back_in_the_middle_of_a_turn()
    {
        await using var app = await Team.OnMonday();
        var owner = await app.As("nicolas", Domain.Role.ProcessOwner);
        var files = await Files(app);
        const string last = "- [ ] Main is green again {#green} `check: ci main is passing`";
        var longer = With(files, last, "- [ ] Tell support {#support}\n" + last, "checklists/troubleshoot-ci.md");
        await Publish(owner, longer, "Support asks");
        await app.SetClock("2026-11-24T09:00:00Z");
        await Team.Ci(app, "failing");
        var run = (await app.Board("engineering")).Items("lines")[0].Number("checklistRun");
        await owner.Post("playbooks/engineering/versions/1/roll-back", new { reason = "Too long" });
        var steps = (await app.Get($"checklist-runs/{run}")).Texts("steps", "id");
        steps.ShouldContain("support");
        await (await Team.Duty(app)).Post($"checklist-runs/{run}/steps/support", new { @do = "done" });
        await Team.Ci(app, "passing", "bbbbbbb200000000000000000000000000000000");
        var closed = await app.Get($"checklist-runs/{run}");
        closed.Text("end").ShouldBe("by itself");
        closed.Number("version").ShouldBe(2);
        await Team.Ci(app, "failing", "ccccccc300000000000000000000000000000000");
        var next = (await app.Board("engineering")).Items("lines")[0].Number("checklistRun");
        (await app.Get($"checklist-runs/{next}")).Texts("steps", "id").ShouldNotContain("support");
    }

    [Fact]
    public async Task Only_the_process_owner_publishes_and_only_a_text_that_can_be_read()
    {
        await using var app = await Team.OnMonday();
        var files = await Files(app);
        var body = new { files = With(files, "16:00", "15:00"), reason = "Earlier" };
        const string versions = "playbooks/engineering/versions";
        await (await Team.Duty(app)).Refused(HttpStatusCode.Forbidden, HttpMethod.Post, versions, body);
        var owner = await app.As("nicolas", Domain.Role.ProcessOwner);
        var broken = new { files = With(files, "once: a day", "twice: a day"), reason = "More" };
        (await owner.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, versions, broken))
            .Text("detail")!
            .ShouldContain("twice");
        await owner.Refused(HttpStatusCode.Conflict, HttpMethod.Post, versions, new { files, reason = "The same" });
        await owner.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, versions, new { body.files, reason = " " });
    }

    [Theory]
    [InlineData("engineering")]
    [InlineData("devops")]
    public async Task S71_Every_rule_and_every_step_has_its_why(string name)
    {
        await using var app = await Team.OnFriday();
        await app.Post("duties", new { id = name, playbook = name });
        var playbook = await app.Get($"playbooks/{name}");
        playbook.Items("rules").ShouldNotBeEmpty();
        playbook.Items("rules").ShouldAllBe(r => r.Text("why")!.Length > 10);
        var steps = playbook.Items("checklists").SelectMany(c => c.Items("steps")).ToList();
        steps.Where(s => s.Text("why")!.Length <= 10).Select(s => s.Text("id")).ShouldBeEmpty();
        var page = System.Net.WebUtility.HtmlDecode(await app.Page($"/playbook?duty={name}"));
        foreach (var why in playbook.Items("rules").Concat(steps).Select(s => s.Text("why")!))
            page.ShouldContain(why);
    }

    static async Task<Dictionary<string, string>> Files(DutyApp app) =>
        (await app.Get("playbooks/engineering")).At("files").Deserialize<Dictionary<string, string>>()!;

    static Dictionary<string, string> With(
        Dictionary<string, string> files,
        string before,
        string after,
        string file = "duty.md"
    )
    {
        files[file].ShouldContain(before);
        return new(files) { [file] = files[file].Replace(before, after, StringComparison.Ordinal) };
    }

    static Task<JsonElement> Publish(DutyApi owner, Dictionary<string, string> files, string reason) =>
        owner.Post("playbooks/engineering/versions", new { files, reason });

    static async Task<IReadOnlyList<string?>> Rules(DutyApp app) =>
        (await app.Board("engineering")).Texts("lines", "rule");
}
