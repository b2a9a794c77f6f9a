using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Rollouts;
using DutyGuy.Tests.Stories;
using DutyGuy.Web;

namespace DutyGuy.Tests.CommandLine;

/// <summary>people, rota, swap, playbook, tokens.</summary>
public class TheTeamsThings
{
    [Fact]
    public async Task S6_who_joins_has_a_date_at_once_and_a_shadow_day_before_it()
    {
        await using var duty = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        await Team.SetUp(duty, "ann", "tom", "lea");
        var said = await Terminal.Admin(duty).Says("people", "add", "mel", "--email", "mel@clinic.example");
        said.ShouldStartWith("Mel is in the team from Monday 23 November.");
        // Behind the announced twenty working days.
        var rota = (await duty.Get("duties/engineering/rota?to=2027-01-15")).Items();
        var turn = rota.First(day => day.Text("person") == "mel");
        var shadow = rota.First(day => day.Text("shadow") == "mel");
        string.CompareOrdinal(shadow.Text("date"), turn.Text("date")).ShouldBeLessThan(0);
        said.ShouldContain(
            $"First turn (engineering): {Day(turn.Text("date")!)}, shadow day before it: {Day(shadow.Text("date")!)}."
        );
    }

    [Fact]
    public async Task The_present_team_is_tried_out()
    {
        await using var duty = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        await Team.SetUp(duty, "ann", "mel", "tom", "lea");
        var admin = Terminal.Admin(duty);
        (await admin.Says("rota", "simulate", "--present", "--aim", "5")).ShouldContain(
            "With 4 people and 1 duty it is somebody's turn every 4 working days in the median"
        );
        (await admin.Json("rota", "simulate", "--present")).Number("people").ShouldBe(4);
        (await admin.Refused("rota", "simulate", "--present", "--aim", "4")).ShouldContain(
            "The aim is from 5 to 250 working days."
        );
    }

    [Fact]
    public async Task People_are_added_one_by_one_and_by_file()
    {
        await using var duty = await DutyApp.Start();
        var admin = Terminal.Admin(duty);
        (await admin.Json("people", "add", "mel", "--name", "Mel B")).Text("name").ShouldBe("Mel B");
        (await admin.Refused("people", "add", "mel")).ShouldContain("“mel” is in the team already.");
        (await (await Terminal.Of(duty, "mel")).Refused("people", "add", "tom")).ShouldContain("An administrator can");
        var file = Path.Combine(admin.Folder, "team.csv");
        await File.WriteAllTextAsync(file, "handle,name\ntom,Tom\nlea,Lea\n");
        (await admin.Says("people", "import", file, "--preview")).ShouldContain("2 people would be added.");
        (await admin.Says("people", "import", file)).ShouldContain("2 people added.");
        (await admin.Refused("people", "import", Path.Combine(admin.Folder, "none.csv"))).ShouldContain("none.csv");
        (await admin.Says("people", "list")).ShouldContain("Lea");
        (await admin.Json("people", "list")).Number("total").ShouldBe(3);
        (await admin.Says("people", "absence", "lea", "2026-12-21", "2026-12-24")).ShouldContain(
            "Lea is away: Monday 21 December to Thursday 24 December."
        );
    }

    [Fact]
    public async Task A_turn_is_swapped_in_two_commands()
    {
        await using var duty = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        var today = await Team.SetUp(duty, "ann", "mel", "tom");
        var next = (await duty.Get("duties/engineering/rota")).Items()[1];
        var (date, from) = (next.Text("date")!, next.Text("person")!);
        var (mine, theirs) = (await Terminal.Of(duty, from), await Terminal.Of(duty, today));
        var swap = (await mine.Json("swap", "offer", date, today)).Text("id")!;
        (await mine.Refused("swap", "accept", swap)).ShouldNotBeEmpty();
        (await theirs.Says("swap", "accept", swap)).ShouldContain($"Swap {swap} is accepted");
        (await mine.Says("swap", "list")).ShouldContain("accepted");
        (await mine.Json("rota", "--from", date, "--to", date)).Text("items.0.person").ShouldBe(today);
        (await mine.Says("rota")).ShouldContain("on duty");
        (await theirs.Refused("swap", "decline", swap)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_playbook_is_published_from_its_folder_and_rolled_back()
    {
        await using var duty = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        await Team.SetUp(duty, "ann", "mel");
        var admin = Terminal.Admin(duty);
        foreach (var (name, text) in RolloutWorld.Playbook())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(admin.Folder, "ours", name))!);
            await File.WriteAllTextAsync(Path.Combine(admin.Folder, "ours", name), text);
        }
        (await admin.Says("playbook", "publish", "ours", "--reason", "One rule first")).ShouldContain("Version 2");
        (await admin.Json("playbook", "roll-back", "1", "--reason", "Too little")).Number("version").ShouldBe(3);
        await File.WriteAllTextAsync(Path.Combine(admin.Folder, "ours", "duty.md"), "# Duty: X {#x}\n- zon: UTC\n");
        (await admin.Refused("playbook", "publish", "ours", "--reason", "Typo")).ShouldContain("“zon”");
        (await admin.Refused("playbook", "roll-back", "99", "--reason", "No")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_token_is_made_used_and_withdrawn()
    {
        await using var duty = await DutyApp.Start();
        var admin = Terminal.Admin(duty);
        var token = (await admin.Says("tokens", "add", "ci", "--role", "engineer")).Trim();
        (await admin.Says("people", "list", "--token", token)).ShouldContain("handle");
        var id = (await admin.Json("tokens", "list")).Items().Single(t => t.Text("name") == "ci").Text("id")!;
        (await admin.Says("tokens", "withdraw", id)).ShouldContain("withdrawn");
        (await admin.Refused("people", "list", "--token", token)).ShouldNotBeEmpty();
    }

    static string Day(string date) => Say.Date(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value);
}
