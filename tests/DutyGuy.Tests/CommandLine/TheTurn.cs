using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Stories;

namespace DutyGuy.Tests.CommandLine;

/// <summary>who, board, start, end, take-over.</summary>
public class TheTurn
{
    [Theory, OnBothDatabases]
    public async Task S11_web_API_and_command_line_name_the_same_person_within_a_second_of_the_change_over(
        DatabaseKind database
    )
    {
        await using var duty = await Team.OnFriday(database);
        await Team.SetUp(duty, "ann", "mel", "tom");
        var terminal = Terminal.Admin(duty);
        var names = (await duty.Get("people")).Items().ToDictionary(p => p.Text("handle")!, p => p.Text("name")!);
        foreach (var now in Around("2026-11-23T17:00:00Z", "2026-11-24T08:00:00Z", "2026-11-24T17:00:00Z"))
        {
            await duty.SetClock(now);
            var person = (await duty.Get("duties/engineering/on-duty")).Text("person");
            (await duty.Board("engineering")).Text("onDuty.person").ShouldBe(person, now);
            (await terminal.Json("who", "--duty", "engineering")).Text("person").ShouldBe(person, now);
            (await terminal.Says("who", "--at", now)).ShouldStartWith(
                person is null ? "Nobody is" : names[person] + " is"
            );
            OnDutyIn(await duty.Page("/"))
                .ShouldContain(person is null ? "Nobody is on duty" : names[person], Case.Sensitive, now);
        }
    }

    [Fact]
    public async Task A_turn_is_started_ended_early_and_taken_over()
    {
        await using var duty = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        var first = await Team.SetUp(duty, "ann", "mel");
        var other = first == "ann" ? "mel" : "ann";
        var (mine, theirs) = (await Terminal.Of(duty, first), await Terminal.Of(duty, other));
        (await theirs.Refused("start")).ShouldContain("is on duty");
        (await mine.Says("start")).ShouldContain("is on duty for Engineering until Monday 23 November 18:00");
        (await mine.Says("board")).ShouldContain("is on duty");
        (await mine.Json("board")).Text("onDuty.person").ShouldBe(first);
        (await mine.Says("end", "--reason", "A fever")).ShouldStartWith("Nobody is on duty for Engineering.");
        (await theirs.Says("take-over")).ShouldContain("is on duty for Engineering");
        (await theirs.Json("who")).Text("items.0.person").ShouldBe(other);
    }

    [Fact]
    public async Task Every_duty_is_named_and_an_act_asks_which()
    {
        await using var duty = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        await Team.SetUp(duty, "ann", "mel");
        await duty.Post("duties", new { id = "devops", playbook = "devops" });
        var terminal = Terminal.Admin(duty);
        (await terminal.Json("who")).Texts("items", "duty").ShouldBe(["devops", "engineering"], ignoreOrder: true);
        var which = await terminal.Run("board");
        which.ExitCode.ShouldBe(2);
        which.Error.ShouldContain("--duty");
        (await terminal.Refused("who", "--duty", "cooking")).ShouldContain("There is no duty “cooking”");
    }

    /// <summary>The line of the page's frame that says who is on duty.</summary>
    static string OnDutyIn(string page)
    {
        var from = page.IndexOf("class=\"onduty\"", StringComparison.Ordinal);
        from.ShouldBeGreaterThan(0);
        return page[from..page.IndexOf("</p>", from, StringComparison.Ordinal)];
    }

    static IEnumerable<string> Around(params string[] changes) =>
        changes
            .Select(RunningDuty.Time)
            .SelectMany(at => new[] { -1, 0, 1 }.Select(s => at + NodaTime.Duration.FromSeconds(s)))
            .Select(at => at.ToString());
}
