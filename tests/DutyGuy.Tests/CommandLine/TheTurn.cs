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
        var team = await Named.Of(duty);
        foreach (var now in Around("2026-11-23T17:00:00Z", "2026-11-24T08:00:00Z", "2026-11-24T17:00:00Z"))
        {
            await duty.SetClock(now);
            await team.Agree(now);
        }
    }

    [Theory, OnBothDatabases]
    public async Task S11_web_wall_pokes_API_and_command_line_name_the_same_person_at_random_instants(
        DatabaseKind database
    )
    {
        await using var duty = await Team.OnFriday(database);
        await Team.SetUp(duty, "ann", "mel", "tom", "lea");
        await duty.Post("people/mel/absences", new { from = "2026-11-26", to = "2026-11-27" });
        var team = await Named.Of(duty);
        var random = new Random(11);
        // Of two weeks from Monday 09:00 on; every second one in the hours of the duty.
        var minutes = Enumerable
            .Range(0, 10)
            .Select(i => (random.Next(12) * 24 * 60) + random.Next(i % 2 == 0 ? 24 * 60 : 9 * 60))
            .Order()
            .ToList();
        for (var i = 0; i < minutes.Count; i++)
        {
            var now = RunningDuty.Time(Team.MondayMorning) + NodaTime.Duration.FromMinutes(minutes[i]);
            await duty.SetClock($"{now}");
            if (i % 4 == 3)
                await (await duty.As("tom")).Post("duties/engineering/take-over");
            var person = await team.Agree($"{now}");
            await Team.Ci(duty, "failing", $"bad{i:x4}".PadRight(40, '0'), "Slots.Round");
            await duty.SetClock($"{now}");
            var poked = (await duty.Outbox()).Where(m =>
                m.Text("createdAt") == $"{now}" && m.Text("key")!.Contains("green", StringComparison.Ordinal)
            );
            poked.Select(m => m.Text("to")).ShouldBe(person is null ? [] : [person], $"{now}");
            await Team.Ci(duty, "passing", $"600d{i:x4}".PadRight(40, '0'));
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
    static IEnumerable<string> Around(params string[] changes) =>
        changes
            .Select(RunningDuty.Time)
            .SelectMany(at => new[] { -1, 0, 1 }.Select(s => at + NodaTime.Duration.FromSeconds(s)))
            .Select(at => at.ToString());

    /// <summary>Everywhere that says who is on duty.</summary>
    sealed record Named(DutyApp Duty, Terminal Terminal, string Wall, IReadOnlyDictionary<string, string> Names)
    {
        public static async Task<Named> Of(DutyApp duty)
        {
            var wall = (await duty.Post("walls", new { name = "Kitchen" })).Text("key");
            var people = (await duty.Get("people")).Items();
            var names = people.ToDictionary(p => p.Text("handle")!, p => p.Text("name")!);
            return new(duty, Terminal.Admin(duty), $"/wall?key={wall}", names);
        }

        /// <summary>Who it is, once all of them say so; null: nobody.</summary>
        public async Task<string?> Agree(string now)
        {
            var person = (await Duty.Get("duties/engineering/on-duty")).Text("person");
            var name = person is null ? "Nobody" : Names[person];
            (await Duty.Board("engineering")).Text("onDuty.person").ShouldBe(person, now);
            (await Terminal.Json("who", "--duty", "engineering")).Text("person").ShouldBe(person, now);
            (await Terminal.Says("who", "--at", now)).ShouldStartWith($"{name} is");
            Part(await Duty.Page("/"), "class=\"onduty\"", "</p>").ShouldContain(name, Case.Sensitive, now);
            Part(await Duty.Nobody.Page(Wall), "<h1", "</h1>").ShouldContain(name, Case.Sensitive, now);
            return person;
        }

        static string Part(string page, string begin, string end)
        {
            var from = page.IndexOf(begin, StringComparison.Ordinal);
            from.ShouldBeGreaterThan(0, begin);
            return page[from..page.IndexOf(end, from, StringComparison.Ordinal)];
        }
    }
}
