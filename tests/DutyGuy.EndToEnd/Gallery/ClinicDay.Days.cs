using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.EndToEnd.Gallery;

static partial class ClinicDay
{
    /// <summary>Yesterday's rollout, three entries and today's draft.</summary>
    public static async Task Days(DutyDb db)
    {
        await db.Insert(
            new Rollout
            {
                Environment = "production",
                Release = "412",
                From = "7a6b5c4d3e2f",
                FromRelease = "411",
                To = "9ac2d70f1122",
                Status = RolloutStatus.Done,
                Duty = "engineering",
                StartedBy = "jo",
                StartedAt = At(16, 4) - Duration.FromDays(1),
                SwitchedAt = At(16, 9) - Duration.FromDays(1),
                WatchUntil = At(16, 24) - Duration.FromDays(1),
                EndedAt = At(16, 24) - Duration.FromDays(1),
            }
        );
        await Entry(
            db,
            18,
            "jo",
            "The waiting-list job tries twice when the SMS provider is slow. That is not an error.",
            true,
            "mel"
        );
        await Entry(db, 17, "nicolas", "Red for 12 minutes, a flaky test of the calendar.", true, "jo");
        await Entry(db, 16, "lea", null, false, "nicolas");
        await db.Insert(
            new LogEntry
            {
                Duty = "engineering",
                Date = new LocalDate(2026, 11, 19),
                Person = "mel",
                From = At(9, 0),
                Facts = "",
            }
        );
    }

    /// <summary>Rollout 413 was switched over at 16:09 and is watched until 16:24.</summary>
    public static async Task Rollout(DutyDb db)
    {
        var rollout = await db.Insert(
            new Rollout
            {
                Environment = "production",
                Release = "413",
                From = "9ac2d70f1122",
                FromRelease = "412",
                To = "4b7e0d1f8899",
                Status = RolloutStatus.Watching,
                Duty = "engineering",
                StartedBy = "mel",
                StartedAt = At(16, 3),
                SwitchedAt = At(16, 9),
                WatchUntil = At(16, 24),
            }
        );
        foreach (
            var (second, text) in new[]
            {
                (11, "deploy 4b7e0d1 to production, asked by Mel"),
                (40, "web-1 … web-2  running, healthy"),
                (59, "done: 2 of 2 servers"),
            }
        )
            await db.Insert(
                new RolloutOutput
                {
                    RolloutId = rollout.Id,
                    At = At(16, 8, second),
                    Text = text,
                }
            );
    }

    static Task Entry(DutyDb db, int day, string person, string? tomorrow, bool signed, string reader)
    {
        var end = Instant.FromUtc(2026, 11, day, 17, 0);
        return db.Insert(
            new LogEntry
            {
                Duty = "engineering",
                Date = new LocalDate(2026, 11, day),
                Person = person,
                From = end - Duration.FromHours(9),
                To = end,
                Facts =
                    "### Main\n\n- 10:05 Main is red since 10:05.\n- 10:41 Main is green again after 36 minutes.\n\n### Rollout\n\n- 16:04 Rollout 412 began: 7 changes by 4 people.\n",
                Tomorrow = tomorrow,
                SignedAt = signed ? end - Duration.FromMinutes(8) : null,
                ClosedAt = signed ? null : end,
                ReadBy = new Dictionary<string, Instant> { [reader] = end + Duration.FromHours(15) },
            }
        );
    }
}
