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
        string commit = "aaaaaaa1",
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
}
