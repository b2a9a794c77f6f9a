using NodaTime;

namespace DutyGuy.Commands.Demo.Weeks;

/// <summary>The day until a visitor comes: Mel and Ann have started, main was red for a while, work has landed.</summary>
static class TodaysMorning
{
    const string RedTest = "a visit of 20 minutes takes two slots";

    public static async Task Play(DemoWorld world)
    {
        await world.Jump(DemoWorld.At(9, 2));
        await world.Team["mel"].Post("duties/engineering/start");
        await world.Team["ann"].Post("duties/devops/start");
        foreach (var commit in Landed(world))
        {
            await Push(world, commit);
            await world.Jump(commit.At + Duration.FromMinutes(4));
            if (commit.Role == ClinicRole.Red)
                await RecordedBuilds.Tell(world, commit, "failing", RedTest);
            else
                await RecordedBuilds.Tell(world, commit, "passing");
        }
        // The newest one comes with the visitor; its CI runs for real.
        await Push(world, world.History[ClinicRole.Release2]);
    }

    static IEnumerable<ClinicCommit> Landed(DemoWorld world) =>
        world
            .History.Commits.SkipWhile(c => c.At <= world.History[ClinicRole.Release1].At)
            .TakeWhile(c => c.Role != ClinicRole.Release2);

    static async Task Push(DemoWorld world, ClinicCommit commit)
    {
        await world.Jump(commit.At);
        await world.Push(commit);
    }
}
