using System.Collections.Concurrent;
using System.Net;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DutyGuy.Tests.StaysUp;

/// <summary>A duty that cannot go on stands still by itself: the others go on, and everybody is told which one and what to do.</summary>
public class OneBrokenDuty
{
    [Fact]
    public async Task The_other_duty_lives_its_day_and_what_is_written_is_answered()
    {
        await using var app = await TwoDuties();
        await Break(app, "devops");
        await Team.Ci(app, "failing");
        (await app.Board("engineering")).Texts("lines", "rule").ShouldBe(["green"]);
        await app.SetClock("2026-11-24T08:00:00Z");
        var ended = (await app.Get("log?duty=engineering&to=2026-11-23")).Items().ShouldHaveSingleItem();
        ended.Text("to").ShouldBe("2026-11-23T17:00:00Z");
        ended.Text("facts")!.ShouldContain("Main turned red");
    }

    [Fact]
    public async Task Only_its_own_entry_and_board_say_that_they_cannot_be_read()
    {
        await using var app = await TwoDuties();
        await Break(app, "devops");
        var log = (await app.Get("log")).Items().ToDictionary(e => e.Text("duty")!, e => e.Text("facts")!);
        log["devops"].ShouldContain("cannot be read: Version 1 of the playbook of devops");
        log["engineering"].ShouldNotContain("cannot be read");
        var refused = await app.Refused(HttpStatusCode.Conflict, HttpMethod.Get, "duties/devops/board");
        refused.Text("detail")!.ShouldContain("Publish a mended version");
        (await app.Get("duties")).Texts("items", "problem").Count(p => p is not null).ShouldBe(1);
        (await app.Get("rollouts")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_say_once_which_duty_stands_still_and_the_log_says_it_once_not_each_beat()
    {
        await using var app = await TwoDuties();
        using var log = new Remembered();
        app.Part<ILoggerFactory>().AddProvider(log);
        await Break(app, "devops");
        foreach (var why in new[] { "one", "two", "three" })
            await app.Post("holds", new { why });
        log.Lines.Count(l => l.Contains("The pass of devops broke", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var page in new[] { "/settings", "/", "/duties/engineering" })
            (await app.Page(page)).Split("DevOps stands still.").Length.ShouldBe(2, page);
        (await app.Page("/settings")).ShouldContain("Line 1 of duty.md");
    }

    [Fact]
    public async Task A_mended_version_counts_at_once_and_the_duty_goes_on()
    {
        await using var app = await TwoDuties();
        var files = (await app.Get("playbooks/devops")).At("files");
        await Break(app, "devops");
        await app.Post("playbooks/devops/versions", new { files, reason = "Mended." });
        (await app.Page("/settings")).ShouldNotContain("stands still");
        (await app.Board("devops")).Texts("lines", "rule").ShouldBe(["health"]);
        (await app.Page("/playbook?duty=devops")).ShouldContain("Version 2: Mended.");
    }

    /// <summary>As if an older program had kept what this one cannot read.</summary>
    static Task Break(DutyApp app, string duty) =>
        app.Part<DutyStore>()
            .Change(async db =>
            {
                var version = await db.PlaybookVersions.SingleAsync(v => v.Duty == duty);
                var files = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["duty.md"] = "# Duty\n\n- zone: Mars\n",
                };
                db.Update(version with { Files = files, Hash = $"of an older program, {Guid.NewGuid()}" });
            });

    static async Task<DutyApp> TwoDuties()
    {
        var app = await Team.OnFriday();
        foreach (var handle in new[] { "ann", "mel", "tom", "lea" })
            await app.Post("people", new { handle });
        await app.Post("duties", Duty("engineering", "ann", "mel"));
        await app.Post("duties", Duty("devops", "tom", "lea"));
        await app.SetClock(Team.MondayMorning);
        return app;
    }

    static object Duty(string id, params string[] members) =>
        new
        {
            id,
            members,
            repositories = new[] { id == "engineering" ? "clinic" : id },
            playbook = id,
        };

    sealed class Remembered : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}
