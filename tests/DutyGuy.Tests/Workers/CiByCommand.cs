using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Rollouts;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.Workers;

/// <summary>CI by command: each new commit of a real repository is checked out and its own script run there.</summary>
public class CiByCommand
{
    static readonly (string, string)[] Settings = [("ci:shop:run:0", "sh"), ("ci:shop:run:1", "ci.sh")];

    [Theory, OnBothDatabases]
    public async Task Green_red_with_the_failing_tests_and_green_again(DatabaseKind database)
    {
        using var source = new RealRepository();
        await using var duty = await Watch(database, source, "echo fine");
        await Result(duty, source.Git("rev-parse", "HEAD"), CiStatus.Passing);
        var red = Commit(source, "echo 'FAILED: Slots_overlap'; echo 'FAILED: Search_is_empty'; exit 1");
        await duty.Post("repositories/shop/fetch");
        (await Result(duty, red, CiStatus.Failing)).FailingTests.ShouldBe(["Slots_overlap", "Search_is_empty"]);
        var mended = Commit(source, "echo fine again");
        await duty.Post("repositories/shop/fetch");
        await Result(duty, mended, CiStatus.Passing);
        Directory.GetDirectories(Path.Combine(duty.Folder, "data", "ci")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_red_commit_makes_the_line_of_the_board_and_the_step_runs_it_again()
    {
        using var source = new RealRepository();
        using var counter = new TemporaryFolder();
        var script = $"echo x >> '{counter.In("runs")}'; test $(wc -l < '{counter.In("runs")}') -gt 1";
        await using var duty = await DutyApp.Start(DatabaseKind.Sqlite, RolloutWorld.Afternoon, Settings);
        await duty.Post("duties", new { id = "engineering" });
        var mel = await duty.As("mel");
        await mel.Post("duties/engineering/take-over");
        var commit = Commit(source, script);
        await duty.Post("repositories", new { id = "shop", url = source.Path });
        await Result(duty, commit, CiStatus.Failing);
        var board = await duty.Until(
            () => duty.Board("engineering"),
            b => b.Items("lines") is [var line, ..] && line.Text("checklistRun") is not null
        );
        board.Text("lines.0.rule").ShouldBe("green");
        var run = board.Number("lines.0.checklistRun");
        await mel.Post($"checklist-runs/{run}/steps/rerun", new { @do = "run" });
        await Result(duty, commit, CiStatus.Passing);
        (await File.ReadAllLinesAsync(counter.In("runs"))).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Of_many_commits_at_once_the_newest_five_are_run_and_an_older_one_when_it_is_asked_for()
    {
        using var source = new RealRepository();
        for (var i = 0; i < 11; i++)
            Commit(source, $"echo {i}");
        await using var duty = await Watch(DatabaseKind.Sqlite, source, "echo last");
        var line = source.Git("rev-list", "HEAD").Split('\n');
        line.Length.ShouldBe(12);
        await Soon(duty, line[4], CiStatus.Passing);
        (await Run(duty)).ShouldBe(line[..5], "the newest first");
        // Before this one is there, an older one would have begun.
        var next = Commit(source, "echo next");
        await duty.Post("repositories/shop/fetch");
        await Soon(duty, next, CiStatus.Passing);
        (await Run(duty)).ShouldBe([.. line[..5], next]);
        await duty.Post("signals/ci", Asked(line[9]));
        await Soon(duty, line[9], CiStatus.Passing);
        (await Run(duty)).ShouldBe([.. line[..5], next, line[9]]);
    }

    [Fact]
    public async Task A_run_that_a_kill_cut_off_is_run_again_by_the_next_server()
    {
        using var source = new RealRepository();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.In("first"), "");
        var gate = folder.In("gate");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [gate])!)
            await made.WaitForExitAsync();
        var commit = Commit(source, $"if rm '{folder.In("first")}' 2>/dev/null; then read x < '{gate}'; fi");
        await using var duty = await DutyProcess.Start(DatabaseKind.Sqlite, Settings);
        await duty.Api.SetClock(RolloutWorld.Afternoon);
        await duty.Api.Post("repositories", new { id = "shop", url = source.Path });
        while (File.Exists(folder.In("first")))
            await Task.Delay(50);
        await duty.Restart();
        // What the killed server had started ends too, and nobody hears it.
        await File.WriteAllTextAsync(gate, "go\n");
        await duty.Api.SetClock(RolloutWorld.Afternoon);
        await duty.Api.Post("duties", new { id = "engineering", playbook = RolloutWorld.Playbook() });
        while (!(await duty.Api.Facts("engineering")).Any(f => f.Text("text") == $"shop is passing at {commit[..7]}."))
            await Task.Delay(50);
    }

    static async Task<DutyApp> Watch(DatabaseKind database, RealRepository source, string script)
    {
        Commit(source, script);
        var duty = await DutyApp.Start(database, RolloutWorld.Afternoon, Settings);
        await duty.Post("repositories", new { id = "shop", url = source.Path });
        return duty;
    }

    static string Commit(RealRepository source, string script)
    {
        source.Write("ci.sh", script + "\n");
        return source.Commit("Mel", script);
    }

    /// <summary>As a step asks for another run of a commit.</summary>
    static object Asked(string commit) =>
        new
        {
            repository = "shop",
            branch = "main",
            commit,
            status = CiStatus.Running,
        };

    /// <summary>The result of a commit, or a failure when it never comes.</summary>
    static Task<CiResult> Soon(DutyApp duty, string commit, CiStatus status) =>
        Result(duty, commit, status).WaitAsync(TimeSpan.FromMinutes(2));

    /// <summary>The commits of which anything was said, in the order in which they were run.</summary>
    static async Task<IReadOnlyList<string>> Run(DutyApp duty) =>
        [.. (await Results(duty)).Select(r => r.Commit).Distinct()];

    static async Task<CiResult> Result(DutyApp duty, string commit, CiStatus status) =>
        (
            await duty.Until(() => Results(duty), all => all.LastOrDefault(r => r.Commit == commit)?.Status == status)
        ).Last(r => r.Commit == commit);

    static Task<List<CiResult>> Results(DutyApp duty) =>
        duty.Part<DutyStore>().Read(db => db.CiResults.OrderBy(r => r.Id).ToListAsync());
}
