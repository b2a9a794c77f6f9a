using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.EndToEnd.Gallery;

static partial class ClinicDay
{
    /// <summary>The checklist of today's rollout up to its button.</summary>
    public static async Task RolloutAsked(DutyDb db) =>
        await db.Insert(
            new ChecklistRun
            {
                Duty = "engineering",
                Rule = "rollout",
                Checklist = "rollout",
                Version = 1,
                OpenedAt = At(16, 0),
                Steps =
                [
                    Over("green", At(16, 0), null, "4b7e0d1 passed at 08:40."),
                    Over("staging", At(16, 0), null, "No young error without owner."),
                    Over("announce", At(16, 1), "mel", "The team has the notice."),
                    Over("special", At(16, 1), "mel", "no"),
                ],
            }
        );

    /// <summary>Minutes of production round yesterday's rollout; the search of slots got slower.</summary>
    public static Task Traffic(DutyDb db) => Traffic(db, At(16, 9) - Duration.FromDays(1), 90);

    /// <summary>Minutes of production round the rollout that is watched.</summary>
    public static Task TrafficOfToday(DutyDb db) => Traffic(db, At(16, 9), 8);

    static async Task Traffic(DutyDb db, Instant switched, int minutesAfter)
    {
        await Project(db, "production");
        for (var minute = -120; minute < minutesAfter; minute++)
            foreach (var (endpoint, before, after, requests) in Endpoints)
                db.Minutes.Add(
                    Row(switched + Duration.FromMinutes(minute), endpoint, minute < 0 ? before : after, requests)
                );
    }

    static readonly (string Endpoint, double Before, double After, int Requests)[] Endpoints =
    [
        ("GET /slots", 212, 391, 30),
        ("POST /bookings", 480, 562, 12),
        ("GET /doctors/{id}/agenda", 95, 97, 25),
        ("GET /clinics", 40, 40, 30),
        ("GET /patients/{id}/documents", 130, 129, 20),
    ];

    static MinuteRow Row(Instant minute, string endpoint, double milliseconds, int requests)
    {
        var histogram = new DurationHistogram();
        for (var request = 0; request < requests; request++)
            histogram.Add(milliseconds * (0.8 + (request % 9 * 0.05)));
        return MinuteRow.Of(
            1,
            new EndpointMinute
            {
                Service = "clinic",
                Environment = "production",
                Endpoint = endpoint,
                Minute = minute,
                Count = requests,
                Errors = 0,
                SumMs = requests * milliseconds,
                Histogram = histogram,
            }
        );
    }
}
