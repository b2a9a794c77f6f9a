using System.Text.Json;
using NodaTime;

namespace DutyGuy.Commands.Demo.Weeks;

/// <summary>One person's recorded day on duty, acted with their own token.</summary>
sealed class RecordedTurn
{
    readonly DemoWorld world;
    readonly RecordedDay day;
    readonly string engineer;
    readonly string devOps;

    RecordedTurn(DemoWorld world, RecordedDay day, string engineer, string devOps) =>
        (this.world, this.day, this.engineer, this.devOps) = (world, day, engineer, devOps);

    DemoApi Engineer => world.Team[engineer];

    public static async Task<RecordedTurn> Begin(DemoWorld world, RecordedDay day)
    {
        var people = await Task.WhenAll(Start(world, DemoTeam.Engineering), Start(world, DemoTeam.DevOps));
        return new RecordedTurn(world, day, people[0], people[1]);
    }

    /// <summary>An error comes, gets an owner, and is mended two hours later.</summary>
    public async Task Meet(RecordedError error, RecordedEvents events)
    {
        await To(error.Hour, 12);
        var release = RecordedBuilds.Until(world).Last(c => c.At <= world.Now);
        await events.Send(error, $"clinic@{release.Sha[..10]}", world.Now);
        if (error.Person is not { } person)
            return;
        var open = await Engineer.Get($"errors?environment={error.Environment}&status=open");
        var id = open.Items()[0].Text("id");
        await To(error.Hour, 20);
        if (person == engineer)
            await Engineer.Post($"errors/{id}/assign", new { person });
        else
            await Poke(id, person);
        if (!error.Resolved)
            return;
        await To(error.Hour + 1, 45);
        await world.Team[person].Post($"errors/{id}/resolve");
    }

    /// <summary>What passed by four goes to production, and is watched.</summary>
    public async Task RollOut()
    {
        await To(16, 4);
        var run = (await Board()).Items("lines").FirstOrDefault(l => l.Text("rule") == "rollout").Text("checklistRun");
        if (run.Length > 0)
            await Engineer.Post($"checklist-runs/{run}/steps/special", new { @do = "answer", answer = "no" });
        await To(16, 6);
        var ships = RecordedBuilds.Until(world).Last(c => c.At <= world.Now);
        var rollout = await Engineer.Post(
            "rollouts",
            new
            {
                release = $"clinic@{ships.Sha[..10]}",
                commit = ships.Sha,
                environment = "production",
            }
        );
        await To(16, 23);
        // Of these days the figures come later: the person looked, and says so in their name.
        if ((await Engineer.Get($"rollouts/{rollout.Number("id")}")).Text("status") is "unknown" or "undecided")
            await Engineer.Post($"rollouts/{rollout.Number("id")}/keep");
        if (run.Length > 0)
            await Engineer.Post($"checklist-runs/{run}/steps/odd", new { @do = "answer", answer = "nothing" });
    }

    public async Task Sign()
    {
        await To(17, 46);
        await Task.WhenAll(
            Sign(DemoTeam.Engineering, engineer, day.Odd, day.Tomorrow),
            Sign(DemoTeam.DevOps, devOps, day.DevOps, "Nothing is open.")
        );
    }

    async Task Sign(string duty, string person, string odd, string tomorrow)
    {
        if (day.Unsigned && duty == DemoTeam.Engineering)
            return;
        var entry = (await world.Team[person].Get($"log?duty={duty}&from={day.Date:uuuu-MM-dd}")).Items()[0].Text("id");
        await world.Team[person].Patch($"log/{entry}", new { odd, tomorrow });
        await world.Team[person].Post($"log/{entry}/sign");
    }

    async Task Poke(string error, string person)
    {
        await Engineer.Post($"errors/{error}/poke", new { person });
        var pokes = (await Engineer.Get($"errors/{error}")).Items("pokes");
        await world.Team[person].Post($"pokes/{pokes[^1].Text("id")}/answer", new { answer = "taken" });
    }

    Task To(int hour, int minute) => world.Jump(Instant.Max(world.Now, DemoWorld.At(day.Date, hour, minute)));

    Task<JsonElement> Board() => Engineer.Get("duties/engineering/board");

    /// <summary>Whose turn it is begins it.</summary>
    static async Task<string> Start(DemoWorld world, string duty)
    {
        var person = (await world.Team["nicolas"].Get($"duties/{duty}/on-duty")).Text("person");
        await world.Team[person].Post($"duties/{duty}/start");
        return person;
    }
}
