using System.Net;
using System.Text.Json;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Stories;

/// <summary>The steps of a checklist are pressed by who is on duty, and by nobody else.</summary>
public class WhoPressesSteps
{
    static readonly string Commit = new('a', 40);

    [Fact]
    public async Task Who_is_not_on_duty_presses_none_whatever_the_verb()
    {
        await using var app = await Team.OnMonday();
        var run = await RedMain(app);
        var other = await app.As(await Team.SomebodyElse(app));
        var before = await app.Get(run);
        foreach (var step in before.Items("steps").Where(s => s.Text("state") == "open"))
        foreach (var verb in (string[])["done", "skip", "run", "answer"])
            (await Refused(other, run, step.Text("id")!, verb)).ShouldEndWith("is on duty. Take over first.");
        (await app.Get(run)).GetRawText().ShouldBe(before.GetRawText());
        (await app.Outbox()).ShouldNotContain(m => m.Text("kind") == "poke");
        var duty = await Team.Duty(app);
        await duty.Post($"{run}/steps/rerun", Press("done"));
        await duty.Post($"{run}/steps/revert", Press("skip"));
        await other.Post("duties/engineering/take-over");
        await other.Post($"{run}/steps/author", Press("skip"));
        (await app.Get(run))
            .Items("steps")
            .Where(s => s.Text("by") is not null)
            .Select(s => (s.Text("id"), s.Text("state")))
            .ShouldBe([("rerun", "done"), ("author", "skipped"), ("revert", "skipped")]);
    }

    [Fact]
    public async Task While_nobody_is_on_duty_nobody_presses()
    {
        await using var app = await Team.OnMonday();
        var run = await RedMain(app);
        var who = await Team.Duty(app);
        await app.SetClock("2026-11-23T21:00:00Z");
        (await Team.OnDuty(app)).ShouldBe("nobody");
        (await Refused(who, run, "rerun", "done")).ShouldBe("Nobody is on duty. Take over first.");
    }

    /// <summary>The address of the checklist that red main opened.</summary>
    static async Task<string> RedMain(DutyApp app)
    {
        await Team.Ci(app, "failing", Commit);
        return $"checklist-runs/{(await app.Board("engineering")).Lines()[0].Number("checklistRun")}";
    }

    static async Task<string> Refused(DutyApi who, string run, string step, string verb) =>
        (await who.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, $"{run}/steps/{step}", Press(verb))).Text(
            "detail"
        )!;

    static object Press(string verb) =>
        new
        {
            @do = verb,
            answer = "yes",
            reason = "No need",
        };
}
