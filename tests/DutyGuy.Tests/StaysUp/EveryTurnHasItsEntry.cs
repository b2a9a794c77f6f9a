using DutyGuy.Domain;
using DutyGuy.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Tests.StaysUp;

/// <summary>S13: however a turn ends, there is an entry.</summary>
public class EveryTurnHasItsEntry
{
    static readonly LocalDate Monday = new(2026, 11, 23);

    [Theory, OnBothDatabases]
    public async Task S13_Killed_at_17_59_the_turn_ended_at_18_00_back_at_once_or_the_next_morning(
        DatabaseKind database
    )
    {
        await using var duty = await DutyProcess.Start(database);
        await duty.Api.SetClock("2026-11-20T09:00:00Z");
        foreach (var handle in new[] { "ann", "mel" })
            await duty.Api.Post("people", new { handle });
        await duty.Api.Post("duties", new { id = "engineering", playbook = "engineering" });
        await KilledAt1759(duty, Monday);
        // Until the test clock is set again no pass runs.
        await duty.Api.Post("people", new { handle = "late" });
        (await Entry(duty, database, Monday)).To.ShouldBeNull();
        await duty.Api.SetClock(End(Monday) + Duration.FromSeconds(30));
        await HasEnded(duty, database, Monday);
        var tuesday = Monday.PlusDays(1);
        await KilledAt1759(duty, tuesday);
        await duty.Api.SetClock(End(tuesday) + Duration.FromHours(15));
        await HasEnded(duty, database, tuesday);
    }

    static Instant End(LocalDate day) => Instant.FromUtc(day.Year, day.Month, day.Day, 17, 0);

    static async Task KilledAt1759(DutyProcess duty, LocalDate day)
    {
        await duty.Api.SetClock(End(day) - Duration.FromMinutes(1));
        await duty.Restart();
    }

    static async Task HasEnded(DutyProcess duty, DatabaseKind database, LocalDate day)
    {
        var entry = await Entry(duty, database, day);
        entry.To.ShouldBe(End(day));
        entry.Facts.ShouldNotBeEmpty();
    }

    static async Task<LogEntry> Entry(DutyProcess duty, DatabaseKind database, LocalDate day)
    {
        await using var db = Rows.Of(database, duty.Connection);
        return await db.LogEntries.SingleAsync(e => e.Date == day);
    }
}
