using System.Text.Json;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Rollouts;

/// <summary>A deploy whose end nobody saw is never tried again by itself; a person decides.</summary>
public class CutOff
{
    [Theory, OnBothDatabases]
    public async Task A_server_killed_during_a_deploy_says_unknown_and_runs_nothing_again(DatabaseKind database)
    {
        await CutOffBy(database, duty => duty.Kill(), commandLives: true);
    }

    [Fact]
    public async Task A_server_stopped_during_a_deploy_ends_the_command_and_says_unknown()
    {
        await CutOffBy(DatabaseKind.Sqlite, duty => duty.Stop(), commandLives: false);
    }

    static async Task CutOffBy(DatabaseKind database, Func<DutyProcess, Task> end, bool commandLives)
    {
        using var folder = new TemporaryFolder();
        var settings = await RolloutWorld.Script(folder, "read x < gate");
        await using var duty = await DutyProcess.Start(database, settings);
        var id = await Begun(duty.Api);
        await end(duty);
        await duty.Restart();
        if (commandLives)
            await File.WriteAllTextAsync(folder.In("gate"), "go\n");
        var rollout = await Until(duty.Api, id, "unknown");
        rollout.Items("log").ShouldHaveSingleItem().Text("text")!.ShouldStartWith("deploying ");
        (await File.ReadAllLinesAsync(folder.In("runs"))).Length.ShouldBe(1);
        var mel = await duty.Api.WithToken("mel again", DutyGuy.Domain.Role.Engineer, "mel");
        await mel.Post($"rollouts/{id}/settle", new { outcome = "failed" });
        (await duty.Api.Get($"rollouts/{id}")).Text("status").ShouldBe("failed");
    }

    /// <summary>A commit that CI never saw cannot ship, so the repository is a real one.</summary>
    static async Task<long> Begun(RunningDuty api)
    {
        await api.SetClock(RolloutWorld.Afternoon);
        var mel = await api.As("mel");
        await api.Post("duties", new { id = "engineering", playbook = RolloutWorld.Playbook() });
        using var source = new RealRepository();
        var commit = source.Commit("Mel", "First");
        await api.Post("repositories", new { id = "shop", url = source.Path });
        await api.Post("repositories/shop/fetch");
        await api.Post(
            "signals/ci",
            new
            {
                repository = "shop",
                branch = "main",
                commit,
                status = "passing",
            }
        );
        await mel.Post("duties/engineering/take-over");
        var rollout = await mel.Post("duties/engineering/rollouts", new { confirm = commit[..7] });
        var id = rollout.Number("id");
        await UntilLogged(api, id);
        return id;
    }

    static async Task<JsonElement> Until(RunningDuty api, long id, string status)
    {
        while (true)
        {
            var rollout = await api.Get($"rollouts/{id}");
            if (rollout.Text("status") == status)
                return rollout;
            await Task.Delay(50);
        }
    }

    static async Task UntilLogged(RunningDuty api, long id)
    {
        while ((await api.Get($"rollouts/{id}")).Items("log").Count == 0)
            await Task.Delay(50);
    }
}
