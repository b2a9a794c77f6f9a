using NodaTime;

namespace DutyGuy.Commands.Demo.Weeks;

/// <summary>What CI said of the commits of a day; on some days main was red for a while.</summary>
static class RecordedBuilds
{
    /// <summary>Commits from before the first day are simply green.</summary>
    public static async Task Earlier(DemoWorld world, LocalDate first)
    {
        foreach (var commit in Until(world).Where(c => DayOf(c.At) < first))
            await Tell(world, commit, "passing");
    }

    public static async Task Run(DemoWorld world, RecordedDay day)
    {
        var commits = Until(world).Where(c => DayOf(c.At) == day.Date).ToList();
        for (var i = 0; i < commits.Count; i++)
        {
            await world.Jump(Instant.Max(world.Now, commits[i].At + Duration.FromMinutes(4)));
            if (i == 0 && day.Red is { } test)
                await Red(world, commits[i], test);
            await Tell(world, commits[i], "passing");
        }
    }

    static async Task Red(DemoWorld world, ClinicCommit commit, string test)
    {
        await Tell(world, commit, "failing", test);
        await world.Jump(world.Now + Duration.FromMinutes(17 + commit.Title.Length % 20));
    }

    public static Task Tell(DemoWorld world, ClinicCommit commit, string status, params string[] failingTests) =>
        world.Team.Administrator.Post(
            "signals/ci",
            new
            {
                repository = "clinic",
                branch = "main",
                commit = commit.Sha,
                status,
                failingTests,
            }
        );

    public static IEnumerable<ClinicCommit> Until(DemoWorld world) =>
        world.History.Commits.TakeWhile(c => c.At <= world.History[ClinicRole.Release1].At);

    static LocalDate DayOf(Instant at) => at.InZone(DemoWorld.Zone).Date;
}
