using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Stories;

namespace DutyGuy.Tests.Contract;

/// <summary>Lists say their true total, and where they go on: with the same question.</summary>
public class Lists
{
    [Theory, OnBothDatabases]
    public async Task The_record_goes_on_to_its_end_with_the_same_question(DatabaseKind database)
    {
        await using var app = await Team.OnFriday(database);
        await Team.Create(app, "ann", "mel");
        await Fill(app, Enumerable.Range(0, 2500).Select(Change));
        var texts = await All(app, "duties/engineering/facts?from=2026-11-20T09:00:01Z&to=2026-11-20T10:00:00Z", 2400);
        texts.Select(t => t.Text("text")).ShouldBe(Enumerable.Range(0, 2400).Select(i => $"Change {i}"));
    }

    [Fact]
    public async Task Runs_of_checklists_have_no_silent_end()
    {
        await using var app = await Team.OnFriday();
        await Team.Create(app, "ann", "mel");
        await Fill(app, Enumerable.Range(0, 230).Select(Run));
        var runs = await All(app, "checklist-runs?duty=engineering", 230);
        runs.Select(r => r.Number("id")).Distinct().Count().ShouldBe(230);
    }

    [Fact]
    public async Task The_log_goes_on_with_the_words_that_were_asked_for()
    {
        await using var app = await Team.OnFriday();
        await Team.Create(app, "ann", "mel");
        await Fill(app, Enumerable.Range(0, 300).Select(Entry));
        var entries = await All(app, "log?q=flood&duty=engineering", 150);
        entries.ShouldAllBe(e => e.Text("odd")!.Contains("flood"));
    }

    [Fact]
    public async Task A_part_before_the_first_is_the_first_and_one_after_the_last_is_empty()
    {
        await using var app = await Team.OnFriday();
        await Team.Create(app, "ann", "mel");
        await Fill(app, Enumerable.Range(0, 3).Select(Entry));
        (await app.Get("log?skip=-7")).Items().Count.ShouldBe(3);
        var after = await app.Get("log?skip=2147483647");
        after.Items().ShouldBeEmpty();
        (after.Number("total"), after.Text("next")).ShouldBe((3, null));
    }

    /// <summary>Every part by its <c>next</c>; each says the same total.</summary>
    static async Task<IReadOnlyList<JsonElement>> All(DutyApi app, string path, int total)
    {
        var all = new List<JsonElement>();
        await foreach (var part in app.Parts(path))
        {
            part.Number("total").ShouldBe(total);
            all.AddRange(part.Items());
        }
        all.Count.ShouldBe(total);
        return all;
    }

    static Task Fill(DutyApp app, IEnumerable<object> rows) =>
        app.Part<DutyStore>()
            .Change(db =>
            {
                db.AddRange(rows);
                return Task.CompletedTask;
            });

    /// <summary>The last hundred of 2,500 lie beyond the hour that is asked for.</summary>
    static object Change(int i) =>
        new Fact
        {
            At = RunningDuty.Time("2026-11-20T09:01:00Z") + NodaTime.Duration.FromHours(i < 2400 ? 0 : 1),
            Kind = FactKind.Change,
            Source = "test",
            Text = $"Change {i}",
        };

    static object Run(int i) =>
        new ChecklistRun
        {
            Duty = "engineering",
            Rule = "rollout",
            Checklist = "rollout",
            Version = 1,
            OpenedAt = RunningDuty.Time(Team.Friday) + NodaTime.Duration.FromMinutes(i),
            ClosedAt = RunningDuty.Time(Team.Friday) + NodaTime.Duration.FromMinutes(i + 1),
            End = RunEnd.Finished,
        };

    static object Entry(int i) =>
        new LogEntry
        {
            Duty = "engineering",
            Date = new NodaTime.LocalDate(2025, 1, 1).PlusDays(i),
            Person = "ann",
            From = NodaTime.Instant.FromUtc(2025, 1, 1, 8, 0) + NodaTime.Duration.FromDays(i),
            To = NodaTime.Instant.FromUtc(2025, 1, 1, 17, 0) + NodaTime.Duration.FromDays(i),
            Facts = "",
            Odd = i % 2 == 0 ? "A flood" : "A storm",
        };
}
