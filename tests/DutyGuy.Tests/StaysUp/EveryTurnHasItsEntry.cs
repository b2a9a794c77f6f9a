using DutyGuy.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Tests.StaysUp;

/// <summary>S13: however a turn ends, there is an entry.</summary>
public class EveryTurnHasItsEntry
{
    static readonly Instant End = Instant.FromUtc(2026, 11, 23, 17, 0);

    [Theory, OnBothDatabases]
    public async Task S13_Killed_at_17_59_the_entry_is_written_after_the_restart(DatabaseKind database)
    {
        await using var duty = await At1759(database);
        await duty.Restart();
        await duty.Api.SetClock(End + Duration.FromSeconds(30));
        await OneEntry(duty, database);
    }

    [Theory, OnBothDatabases]
    public async Task S13_Killed_at_17_59_and_back_the_next_morning_the_turn_ended_at_18_00(DatabaseKind database)
    {
        await using var duty = await At1759(database);
        await duty.Restart();
        await duty.Api.SetClock(End + Duration.FromHours(15));
        await OneEntry(duty, database);
    }

    [Fact]
    public async Task Until_the_test_clock_is_set_again_no_pass_runs()
    {
        await using var duty = await At1759(DatabaseKind.Sqlite);
        await duty.Restart();
        await duty.Api.Post("people", new { handle = "late" });
        await using var db = Rows.Of(DatabaseKind.Sqlite, duty.Connection);
        (await db.LogEntries.SingleAsync()).To.ShouldBeNull();
    }

    static async Task OneEntry(DutyProcess duty, DatabaseKind database)
    {
        await using var db = Rows.Of(database, duty.Connection);
        var entry = await db.LogEntries.SingleAsync(e => e.Date == new LocalDate(2026, 11, 23));
        entry.To.ShouldBe(End);
        entry.Facts.ShouldNotBeEmpty();
    }

    static async Task<DutyProcess> At1759(DatabaseKind database)
    {
        var duty = await DutyProcess.Start(database);
        await duty.Api.SetClock("2026-11-20T09:00:00Z");
        foreach (var handle in new[] { "ann", "mel" })
            await duty.Api.Post("people", new { handle });
        await duty.Api.Post("duties", new { id = "engineering", playbook = "engineering" });
        await duty.Api.SetClock(End - Duration.FromMinutes(1));
        await duty.Kill();
        return duty;
    }
}
