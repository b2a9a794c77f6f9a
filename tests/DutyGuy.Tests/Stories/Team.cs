using System.Text.Json;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Stories;

/// <summary>A small team on Monday 23 November 2026: people created on the Friday before, so that the rota runs on Monday.</summary>
static class Team
{
    public const string Friday = "2026-11-20T09:00:00Z";
    public const string MondayMorning = "2026-11-23T08:00:00Z";

    /// <summary>People and an engineering duty, the clock at Monday 09:00 in Paris; answers who is on duty.</summary>
    public static async Task<string> SetUp(DutyApp app, params string[] handles)
    {
        await Create(app, handles);
        await app.SetClock(MondayMorning);
        return await OnDuty(app);
    }

    /// <summary>People and a duty on Friday; the clock stays there.</summary>
    public static async Task Create(DutyApp app, params string[] handles)
    {
        foreach (var handle in handles)
            await app.Post("people", new { handle, emails = new[] { $"{handle}@clinic.example" } });
        await app.Post("duties", new { id = "engineering", playbook = "engineering" });
    }

    public static async Task<string> OnDuty(DutyApp app, string? at = null)
    {
        var answer = await app.Get("duties/engineering/on-duty" + (at is null ? "" : $"?at={at}"));
        return answer.GetProperty("person").GetString() ?? "nobody";
    }

    public static Task<JsonElement> Ci(
        DutyApp app,
        string status,
        string commit = "aaaaaaa100000000000000000000000000000000",
        params string[] failingTests
    ) =>
        app.Post(
            "signals/ci",
            new
            {
                repository = "clinic",
                branch = "main",
                commit,
                status,
                failingTests,
            }
        );

    public static IReadOnlyList<JsonElement> Lines(this JsonElement board) =>
        [.. board.GetProperty("lines").EnumerateArray()];

    /// <summary>A server on SQLite with a small team, on Monday at 09:00 in Paris.</summary>
    public static Task<DutyApp> OnMonday(params string[] handles) => OnMonday(DatabaseKind.Sqlite, handles);

    /// <summary>A server with a small team, on Monday at 09:00 in Paris.</summary>
    public static async Task<DutyApp> OnMonday(DatabaseKind database, params string[] handles)
    {
        var app = await OnFriday(database);
        await SetUp(app, handles.Length > 0 ? handles : ["ann", "mel", "tom", "lea"]);
        return app;
    }

    /// <summary>An empty server on the Friday before.</summary>
    public static Task<DutyApp> OnFriday(DatabaseKind database = DatabaseKind.Sqlite) =>
        DutyApp.Start(database, RunningDuty.Time(Friday));

    /// <summary>The API as who is on duty uses it.</summary>
    public static async Task<DutyApi> Duty(DutyApp app) => await app.As(await OnDuty(app));

    /// <summary>Somebody who is not on duty.</summary>
    public static async Task<string> SomebodyElse(DutyApp app)
    {
        var on = await OnDuty(app);
        return (await app.Get("people")).Texts("items", "handle").First(h => h != on)!;
    }

    public static async Task<IReadOnlyList<JsonElement>> Rota(DutyApp app, string from, string to) =>
        (await app.Get($"duties/engineering/rota?from={from}&to={to}")).Items();

    /// <summary>The entries of the log book, oldest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> Log(DutyApi app) =>
        [.. (await app.Get("log")).Items().OrderBy(e => e.Text("from"), StringComparer.Ordinal)];

    /// <summary>Keys of the messages to a person whose key has a word in it.</summary>
    public static async Task<IReadOnlyList<string>> Told(DutyApp app, string person, string word) =>
        [
            .. (await app.Outbox())
                .Where(m => m.Text("to") == person && m.Text("key")!.Contains(word, StringComparison.Ordinal))
                .Select(m => m.Text("key")!),
        ];
}
