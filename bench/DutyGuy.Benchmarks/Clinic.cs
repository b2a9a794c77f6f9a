using System.Net.Http.Json;
using System.Text.Json;

namespace DutyGuy.Benchmarks;

/// <summary>A small team by the public API.</summary>
internal static class Clinic
{
    private static readonly string[] People = ["ann", "ben", "eva", "jon", "lea", "mel", "pia", "tom"];

    public static async Task SetUp(HttpClient http)
    {
        foreach (var handle in People)
            await Post(http, "people", new { handle });
        await Post(http, "duties", new { id = "engineering", playbook = "engineering" });
        await Ci(http, new string('0', 40), "passing");
    }

    public static Task Ci(HttpClient http, string commit, string status) =>
        Post(
            http,
            "signals/ci",
            new
            {
                repository = "clinic",
                branch = "main",
                commit,
                status,
            }
        );

    /// <summary>The address of a new wall: a page that shows main at any hour.</summary>
    public static async Task<string> Wall(HttpClient http)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/walls", new { name = "bench" });
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return made.GetProperty("path").GetString()!;
    }

    private static async Task Post(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync($"/api/v1/{path}", body);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
