using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Stories;

/// <summary>S14 to S19: red main is the first line on the board, with its checklist, until it is green.</summary>
public class KeepMainGreen
{
    [Theory, OnBothDatabases]
    public async Task S14_S15_S17_Failing_ci_is_the_first_line_with_its_checklist(DatabaseKind database)
    {
        await using var app = await DutyApp.Start(
            database,
            NodaTime.Text.InstantPattern.ExtendedIso.Parse(Team.Friday).Value
        );
        await Team.SetUp(app, "ann", "mel", "tom", "lea");
        await Team.Ci(app, "failing", "aaaaaaa100000000000000000000000000000000", "Slots.Round");
        var board = await app.Board("engineering");
        var first = board.Lines()[0];
        first.Text("rule").ShouldBe("green");
        first.Text("state").ShouldBe("now");
        first.GetProperty("checklistRun").GetInt64().ShouldBeGreaterThan(0);
        var run = await app.Get($"checklist-runs/{first.GetProperty("checklistRun").GetInt64()}");
        run.Text("checklist").ShouldBe("troubleshoot-ci");
    }

    [Theory, OnBothDatabases]
    public async Task S18_Green_closes_it_by_itself_and_the_minutes_of_red_are_recorded(DatabaseKind database)
    {
        await using var app = await DutyApp.Start(
            database,
            NodaTime.Text.InstantPattern.ExtendedIso.Parse(Team.Friday).Value
        );
        await Team.SetUp(app, "ann", "mel", "tom", "lea");
        await Team.Ci(app, "failing");
        var run = (await app.Board("engineering")).Lines()[0].GetProperty("checklistRun").GetInt64();
        await app.Advance("PT36M");
        await Team.Ci(app, "passing", "bbbbbbb200000000000000000000000000000000");
        (await app.Board("engineering")).Lines().ShouldNotContain(l => l.Text("rule") == "green");
        (await app.Get($"checklist-runs/{run}")).Text("end").ShouldBe("by itself");
        var entry = (await app.Get("log")).GetProperty("items")[0];
        entry.GetProperty("red")[0].GetProperty("minutes").GetInt32().ShouldBe(36);
        entry.Text("facts")!.ShouldContain("36 minutes of red");
    }

    [Fact]
    public async Task S16_Running_starts_nothing_and_unknown_for_five_minutes_cannot_be_seen()
    {
        await using var app = await DutyApp.Start(
            now: NodaTime.Text.InstantPattern.ExtendedIso.Parse(Team.Friday).Value
        );
        await Team.SetUp(app, "ann", "mel", "tom", "lea");
        await Team.Ci(app, "passing");
        await Team.Ci(app, "running", "ccccccc300000000000000000000000000000000");
        (await app.Board("engineering")).Lines().ShouldNotContain(l => l.Text("rule") == "green");
        await Team.Ci(app, "unknown", "ccccccc300000000000000000000000000000000");
        (await app.Board("engineering")).Lines().ShouldNotContain(l => l.Text("rule") == "green");
        await app.Advance("PT5M1S");
        var line = (await app.Board("engineering")).Lines().Single(l => l.Text("rule") == "green");
        line.Text("state").ShouldBe("cannot tell");
        line.Text("title").ShouldBe("Cannot see CI");
    }
}
