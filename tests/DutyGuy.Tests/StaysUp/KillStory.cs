using DutyGuy.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Tests.StaysUp;

/// <summary>The server is killed (kill -9) twenty times in the middle of working days, and nothing is lost or done twice.</summary>
public abstract class KillStory(DatabaseKind database)
{
    const int Kills = 20;
    const int Seed = 20261123;
    static readonly Duration HalfHour = Duration.FromMinutes(30);

    [Fact]
    public async Task Killed_twenty_times_it_keeps_what_it_answered_and_does_nothing_twice()
    {
        var random = new Random(Seed);
        var folder = Directory.CreateTempSubdirectory("duty-deploys-");
        await using var duty = await DutyProcess.Start(database, Deploys(folder.FullName));
        var ledger = new Ledger();
        var team = new KilledTeam(duty, database, random, ledger);
        await team.SetUp();
        for (var kills = 0; kills < Kills; kills++)
        {
            for (var quiet = random.Next(2, 6); quiet > 0; quiet--)
                await Next(team, random);
            await KillDuring(duty, Next(team, random), random);
            await duty.Restart();
            await team.MoveTo(team.Now);
            await Check(duty, database, ledger, team.Now);
            OnceEach(folder);
        }
        ledger.Count.ShouldBeGreaterThan(Kills);
        folder.Delete(recursive: true);
    }

    /// <summary>An act, or time goes by; after the evening comes the next working day.</summary>
    static Task Next(KilledTeam team, Random random)
    {
        if (random.Next(3) > 0)
            return team.Act();
        var next = team.Now + HalfHour;
        var day = next.InUtc().Date;
        if (next <= At(day, 18))
            return team.MoveTo(next);
        day = day.PlusDays(day.DayOfWeek == IsoDayOfWeek.Friday ? 3 : 1);
        return team.MoveTo(At(day, 8));
    }

    static Instant At(LocalDate day, int hour) => Instant.FromUtc(day.Year, day.Month, day.Day, hour, 0);

    /// <summary>Any moment of the act will do, also one after it.</summary>
    static async Task KillDuring(DutyProcess duty, Task act, Random random)
    {
        await Task.WhenAny(act, Task.Delay(random.Next(120)));
        await duty.Kill();
        try
        {
            await act;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            // Nobody heard an answer: done or not, both are right.
        }
    }

    static async Task Check(DutyProcess duty, DatabaseKind database, Ledger ledger, Instant now)
    {
        await using var db = Rows.Of(database, duty.Connection);
        await ledger.Check(db);
        (await duty.Api.Board(KilledTeam.Duty)).Text("now").ShouldNotBeNull();
        var entries = await db.LogEntries.ToListAsync();
        for (var day = new LocalDate(2026, 11, 23); At(day, 17) <= now; day = day.PlusDays(1))
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                entries.Single(e => e.Date == day).To.ShouldBe(At(day, 17), $"{day}");
    }

    /// <summary>Each deployment leaves a line with its number.</summary>
    static void OnceEach(DirectoryInfo folder)
    {
        var ran = Path.Combine(folder.FullName, "ran");
        if (File.Exists(ran))
            File.ReadAllLines(ran).ShouldBeUnique();
    }

    static (string, string)[] Deploys(string folder) =>
        [
            ("deploy:production:run:0", "sh"),
            ("deploy:production:run:1", "-c"),
            ("deploy:production:run:2", $"echo $0 >> {folder}/ran"),
            ("deploy:production:run:3", "{commit}"),
        ];
}

/// <summary>Side by side with the other: each takes minutes.</summary>
public sealed class KillStoryOnSqlite() : KillStory(DatabaseKind.Sqlite);

/// <inheritdoc cref="KillStoryOnSqlite"/>
public sealed class KillStoryOnPostgres() : KillStory(DatabaseKind.Postgres);
