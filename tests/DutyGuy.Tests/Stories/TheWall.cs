using System.Net;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Stories;

/// <summary>S10: a screen in the room that needs nobody. That it can be read from afar is shown in a browser.</summary>
public class TheWall
{
    [Fact]
    public async Task S10_The_wall_needs_no_log_in_but_its_key_and_says_who_is_on_duty()
    {
        await using var app = await Team.OnMonday();
        var (wall, name) = (await Open(app), Name(await Team.OnDuty(app)));
        (await app.Nobody.Page(wall)).ShouldContain(name);
        foreach (var other in new[] { "/wall", "/wall?key=wrong", "/wall/live?key=wrong" })
        {
            var refused = await app.Nobody.Send(HttpMethod.Get, other);
            refused.Status.ShouldBe(HttpStatusCode.Forbidden, other);
            refused.Text.ShouldNotContain(name);
        }
    }

    [Fact]
    public async Task S10_The_wall_refreshes_itself_its_stream_tells_of_a_change_and_the_page_then_shows_it()
    {
        await using var app = await Team.OnMonday();
        var wall = await Open(app);
        (await app.Nobody.Page(wall)).ShouldContain($"data-stream=\"{Stream(wall)}\"");
        using var stream = new StreamReader(
            await app.Nobody.Http.GetStreamAsync(new Uri(Stream(wall), UriKind.Relative))
        );
        var before = await Beat(stream);
        await Team.Ci(app, "failing");
        while (await Beat(stream) == before) { }
        (await app.Nobody.Page(wall)).ShouldContain("Main is red");
    }

    [Fact]
    public async Task S10_The_wall_survives_a_restart_of_the_server_with_the_same_key()
    {
        await using var duty = await DutyProcess.Start();
        await duty.Api.SetClock(Team.Friday);
        foreach (var handle in new[] { "ann", "mel", "tom" })
            await duty.Api.Post("people", new { handle });
        await duty.Api.Post("duties", new { id = "engineering" });
        var wall = await Open(duty.Api);
        await duty.Restart();
        await duty.Api.SetClock(Team.MondayMorning);
        var on = (await duty.Api.Get("duties/engineering/on-duty")).Text("person")!;
        (await duty.Api.Nobody.Page(wall)).ShouldContain(Name(on));
        using var stream = new StreamReader(
            await duty.Api.Nobody.Http.GetStreamAsync(new Uri(Stream(wall), UriKind.Relative))
        );
        (await Beat(stream)).ShouldBeGreaterThanOrEqualTo(0);
    }

    static async Task<string> Open(DutyApi app) =>
        $"/wall?key={(await app.Post("walls", new { name = "Kitchen" })).Text("key")}";

    static string Stream(string wall) => wall.Replace("/wall?", "/wall/live?", StringComparison.Ordinal);

    /// <summary>The number of changes that the next event tells.</summary>
    static async Task<long> Beat(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return long.Parse(line.Split(' ')[1]);
        throw new InvalidOperationException("The stream ended.");
    }

    static string Name(string handle) => char.ToUpperInvariant(handle[0]) + handle[1..];
}
