using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Rollouts;
using DutyGuy.Tests.Triage;

namespace DutyGuy.Tests.Stories;

/// <summary>S15, S19, S30, S36, S72: what is first, what waits, who is disturbed, and what a quiet day costs.</summary>
public class TheDayItself
{
    [Fact]
    public async Task S15_While_main_is_red_the_others_wait_and_only_what_is_to_do_is_counted()
    {
        await using var shop = await Shop.Open();
        for (var i = 0; i < 3; i++)
            await shop.Error($"Young{i}");
        await shop.Error("Bad", "production");
        var poked = await shop.Error("Poked");
        await shop.Poke(poked, shop.Others[0]);
        await Team.Ci(shop.App, "failing");
        var board = await shop.Board();
        board.Text("lines.0.rule").ShouldBe("green");
        board.Items("lines").Skip(1).ShouldAllBe(l => l.Text("state") == "waiting");
        board.Number("waiting").ShouldBe(4);
        board.Items("others").ShouldHaveSingleItem().Text("subject").ShouldBe($"{poked}");
        await Team.Ci(shop.App, "passing", "bbbbbbb200000000000000000000000000000000");
        (await shop.Board()).Number("waiting").ShouldBe(0);
    }

    [Fact]
    public async Task S18_A_finished_list_stays_open_while_main_is_red()
    {
        await using var app = await Team.OnMonday();
        await Team.Ci(app, "failing", "aaaaaaa100000000000000000000000000000000", "Slots.Round");
        var duty = await Team.Duty(app);
        var run = (await app.Board("engineering")).Items("lines")[0].Number("checklistRun");
        foreach (var step in (await app.Get($"checklist-runs/{run}")).Texts("steps", "id"))
            await duty.Send(
                HttpMethod.Post,
                $"checklist-runs/{run}/steps/{step}",
                new { @do = "skip", reason = "seen" }
            );
        (await app.Get($"checklist-runs/{run}")).Text("closedAt").ShouldBeNull();
        (await app.Board("engineering")).Items("lines")[0].Number("checklistRun").ShouldBe(run);
        await Team.Ci(app, "passing", "bbbbbbb200000000000000000000000000000000");
        (await app.Get($"checklist-runs/{run}")).Text("end").ShouldBe("by itself");
    }

    [Fact]
    public async Task A_late_result_of_an_older_commit_changes_nothing_and_cancelled_says_nothing()
    {
        await using var app = await Team.OnMonday();
        await Team.Ci(app, "running", "aaaaaaa100000000000000000000000000000000");
        await Team.Ci(app, "running", "bbbbbbb200000000000000000000000000000000");
        await Team.Ci(app, "passing", "bbbbbbb200000000000000000000000000000000");
        await Team.Ci(app, "failing", "aaaaaaa100000000000000000000000000000000");
        await Team.Ci(app, "cancelled", "bbbbbbb200000000000000000000000000000000");
        (await app.Board("engineering")).Items("lines").ShouldBeEmpty();
        await Team.Ci(app, "failing", "ccccccc300000000000000000000000000000000");
        await Team.Ci(app, "running", "ddddddd400000000000000000000000000000000");
        (await app.Board("engineering")).Texts("lines", "rule").ShouldBe(["green"]);
    }

    [Fact]
    public async Task S19_A_red_build_writes_to_the_duty_and_nobody_else()
    {
        await using var app = await Team.OnMonday();
        var before = (await app.Outbox()).Count;
        await Team.Ci(app, "failing", "aaaaaaa100000000000000000000000000000000", "Slots.Round");
        await app.Advance("PT20M");
        var on = await Team.OnDuty(app);
        var sent = (await app.Outbox()).Where(m => m.Text("key")!.Contains("green", StringComparison.Ordinal)).ToList();
        sent.ShouldHaveSingleItem().Text("to").ShouldBe(on);
        (await app.Outbox()).Where(m => m.Text("to") != on).Count().ShouldBeLessThanOrEqualTo(before);
    }

    [Fact]
    public async Task S19_Beside_the_duty_a_red_build_writes_to_the_author_of_the_culprit_once_and_to_nobody_else()
    {
        await using var app = await Team.OnMonday();
        var (on, author) = (await Team.OnDuty(app), await Team.SomebodyElse(app));
        await Commit(app, "aaaaaaa100000000000000000000000000000000", author);
        // Who has not begun by 09:45 is stood in for, and the rota writes of that.
        await (await app.As(on)).Post("duties/engineering/start");
        var before = (await app.Outbox()).Select(m => m.Number("id")).ToHashSet();
        await Team.Ci(app, "failing", "aaaaaaa100000000000000000000000000000000", "Slots.Round");
        var run = (await app.Board("engineering")).Items("lines")[0].Number("checklistRun");
        var duty = await app.As(on);
        foreach (var _ in new[] { "pressed", "pressed again" })
            await duty.Send(HttpMethod.Post, $"checklist-runs/{run}/steps/author", new { @do = "run" });
        await app.Advance("PT1H");
        var sent = (await app.Outbox()).Where(m => !before.Contains(m.Number("id"))).ToList();
        sent.Select(m => m.Text("to")).Distinct().ShouldBe([on, author], ignoreOrder: true);
        var poke = sent.Where(m => m.Text("to") == author).ShouldHaveSingleItem();
        poke.Text("text")!.ShouldContain("Main is red since your commit aaaaaaa");
    }

    [Fact]
    public async Task S30_A_young_staging_error_without_an_owner_shuts_the_gate_and_an_override_asks_for_a_reason()
    {
        using var folder = new TemporaryFolder();
        await using var shop = await Shop.Open(settings: await RolloutWorld.Script(folder, "echo switched"));
        await Commit(shop.App, "ccccccc3333333330000000000000000000000000");
        await Team.Ci(shop.App, "passing", "ccccccc3333333330000000000000000000000000");
        var error = await shop.Error("TimeoutError");
        await shop.App.SetClock("2026-11-23T15:00:00Z");
        var press = await shop.Duty.Send(HttpMethod.Post, "duties/engineering/rollouts", new { confirm = "ccccccc" });
        ((int)press.Status).ShouldBe(409);
        var gate = press
            .Json.Items("gates")
            .Single(g => g.Text("gate")!.Contains("young staging error", StringComparison.Ordinal));
        gate.Text("state").ShouldBe("fail");
        gate.Text("why")!.ShouldContain("TimeoutError");
        (await Staging(shop)).ShouldBe("open");
        var page = await shop.Duty.Page("/rollout");
        page.ShouldContain("No owner: TimeoutError: it broke");
        page.ShouldContain("name=\"overrideReason\" rows=\"2\" required");
        await shop.Poke(error, shop.Others[0]);
        var next = (await shop.App.Get("rollouts/next")).Items("gates");
        next.Single(g => g.Text("gate") == gate.Text("gate")).Text("state").ShouldBe("pass");
        (await Staging(shop)).ShouldBe("done");
    }

    [Fact]
    public async Task S30_Past_the_young_staging_error_leads_only_a_reason_which_is_kept()
    {
        using var folder = new TemporaryFolder();
        await using var shop = await Shop.Open(settings: await RolloutWorld.Script(folder, "echo switched"));
        await Commit(shop.App, "ccccccc3333333330000000000000000000000000");
        await Team.Ci(shop.App, "passing", "ccccccc3333333330000000000000000000000000");
        await shop.Error("TimeoutError");
        await shop.App.SetClock("2026-11-23T15:00:00Z");
        Task<Answer> Press(string? overrideReason) =>
            shop.Duty.Send(HttpMethod.Post, "duties/engineering/rollouts", new { confirm = "ccccccc", overrideReason });
        foreach (var none in new[] { null, "", " " })
            ((int)(await Press(none)).Status).ShouldBe(409);
        (await shop.App.Get("rollouts")).Items().ShouldBeEmpty();
        var begun = (await Press("Staging is rebuilt today")).MustBeGood().Json;
        begun.Text("overrideReason").ShouldBe("Staging is rebuilt today");
        var passed = (await shop.App.Facts("engineering")).Single(f => f.Text("kind") == "gate overridden");
        passed.Text("text")!.ShouldContain("young staging error");
        passed.Text("text")!.ShouldContain("Staging is rebuilt today");
        await shop.App.Until(() => shop.App.Get("rollouts"), r => r.Text("items.0.status") == "watching");
    }

    [Fact]
    public async Task S36_The_performance_check_is_once_a_day_and_not_done_is_in_the_log()
    {
        await using var shop = await Shop.Open();
        await shop.App.SetClock("2026-11-23T11:00:00Z");
        await SlowRollout.At(shop.App, shop.Sender.Project, RunningDuty.Time("2026-11-23T11:00:00Z"));
        await shop.App.SetClock("2026-11-24T08:00:00Z");
        var run = (await Checks(shop)).ShouldHaveSingleItem();
        await shop.App.SetClock("2026-11-24T17:00:00Z");
        var entry = (await Team.Log(shop.App))[^1];
        entry.Text("facts")!.ShouldContain("Not finished");
        entry.Text("facts")!.ShouldContain("Platform performance");
        (await shop.App.Get($"checklist-runs/{run}")).Text("end").ShouldBe("not finished");
        await shop.App.SetClock("2026-11-25T08:00:00Z");
        var again = (await Checks(shop)).ShouldHaveSingleItem();
        var duty = await Team.Duty(shop.App);
        foreach (var step in (await shop.App.Get($"checklist-runs/{again}")).Texts("steps", "id"))
            await duty.Send(
                HttpMethod.Post,
                $"checklist-runs/{again}/steps/{step}",
                new { @do = "skip", reason = "seen" }
            );
        (await Checks(shop)).ShouldBeEmpty();
        await shop.App.SetClock("2026-11-25T16:59:00Z");
        (await Checks(shop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task S72_A_quiet_day_asks_for_nothing_and_the_board_says_all_quiet()
    {
        await using var shop = await Shop.Open();
        await Team.Ci(shop.App, "passing");
        (await shop.Board()).Items("lines").ShouldBeEmpty();
        (await shop.Duty.Page("/")).ShouldContain("All quiet");
        await shop.App.SetClock("2026-11-23T14:59:00Z");
        (await Team.Told(shop.App, shop.OnDuty, "line")).ShouldBeEmpty();
        (await shop.Board()).Items("lines").ShouldBeEmpty();
    }

    static async Task<IReadOnlyList<long>> Checks(Shop shop) =>
        [
            .. (await shop.Board())
                .Items("lines")
                .Where(l => l.Text("rule") == "performance")
                .Select(l => l.Number("checklistRun")),
        ];

    /// <summary>How the step of the young staging errors stands in the open rollout checklist.</summary>
    static async Task<string?> Staging(Shop shop)
    {
        var line = (await shop.Board()).Items("lines").Single(l => l.Text("rule") == "rollout");
        var run = await shop.App.Get($"checklist-runs/{line.Number("checklistRun")}");
        return run.Items("steps").Single(s => s.Text("id") == "staging").Text("state");
    }

    static Task Commit(DutyApp app, string sha, string author = "ann") =>
        app.Part<DutyStore>()
            .Change(db =>
                db.Insert(
                    new MainCommit
                    {
                        Repository = "clinic",
                        Sha = sha,
                        Ordinal = 1,
                        Title = "Reminders",
                        AuthorName = author,
                        AuthorMail = $"{author}@clinic.example",
                        AuthoredAt = RunningDuty.AMonday,
                        SeenAt = RunningDuty.AMonday,
                    }
                )
            );
}
