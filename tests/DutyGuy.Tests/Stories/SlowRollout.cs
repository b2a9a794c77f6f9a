using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using NodaTime;

namespace DutyGuy.Tests.Stories;

/// <summary>A rollout made elsewhere after which one endpoint takes twice the time, with the minutes around it.</summary>
static class SlowRollout
{
    public static async Task At(DutyApp app, int project, Instant now)
    {
        await app.Part<DutyStore>()
            .Change(async db =>
            {
                var production = new ProjectEnvironment(project, "production", now) { Timings = true };
                await db.ProjectEnvironments.AddAsync(production);
                for (var minute = -120; minute < 90; minute++)
                    await db.Minutes.AddRangeAsync(
                        Row(project, now + Duration.FromMinutes(minute), "GET /search", minute < 0 ? 100 : 200),
                        Row(project, now + Duration.FromMinutes(minute), "GET /agenda", 100)
                    );
            });
        var rollout = new
        {
            release = "2026.47",
            commit = "ccccccc300000000000000000000000000000000",
            environment = "production",
        };
        await app.Post("rollouts", rollout);
    }

    static MinuteRow Row(int project, Instant minute, string endpoint, double milliseconds)
    {
        var histogram = new DurationHistogram();
        for (var request = 0; request < 30; request++)
            histogram.Add(milliseconds + (request % 7));
        return MinuteRow.Of(
            project,
            new EndpointMinute
            {
                Service = "shop",
                Environment = "production",
                Endpoint = endpoint,
                Minute = minute,
                Count = 30,
                Errors = 0,
                SumMs = 30 * milliseconds,
                Histogram = histogram,
            }
        );
    }
}
