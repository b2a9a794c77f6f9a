using System.Diagnostics;
using System.Text.Json;
using NodaTime;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>What an act has in hand: the people, the clock, the board, and the telling.</summary>
sealed class Day(DemoWorld world, Telling tell, CancellationToken stop) : IDisposable
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    readonly HttpClient visitor = new() { Timeout = TimeSpan.FromSeconds(20) };

    public DemoWorld World => world;
    public DemoApi Mel => world.Team["mel"];

    /// <summary>Today's daily rollout, once the button was pressed.</summary>
    public long Rollout { get; set; }

    public DemoApi As(string handle) => world.Team[handle];

    /// <summary>The clock runs from the morning on; the Clinic opens meanwhile.</summary>
    public async Task Open()
    {
        await world.Jump(DemoWorld.At(8, 55));
        world.Server.Clock.Run();
    }

    /// <summary>Jumps to an hour of the day and begins an act.</summary>
    public async Task At(int hour, int minute, string title)
    {
        tell.Title(title);
        await Jump(hour, minute);
    }

    public async Task Jump(int hour, int minute, int second = 0)
    {
        stop.ThrowIfCancellationRequested();
        var to = DemoWorld.At(hour, minute, second);
        if (world.Now < to)
            await world.Jump(to);
    }

    public void Tell(string text) => tell.At(world.Now, text);

    public void More(string text) => tell.More(text);

    public Task<JsonElement> Board(string duty = DemoTeam.Engineering) => Mel.Get($"duties/{duty}/board");

    public async Task<JsonElement> Ask(Uri place, string path) =>
        JsonElement.Parse(await visitor.GetStringAsync(new Uri(place, path), stop));

    /// <summary>Fails the telling unless it is as told.</summary>
    public static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new NotAsTold(otherwise);
    }

    /// <summary>Looks again until something real has happened.</summary>
    public async Task<T> Until<T>(string what, Func<Task<T>> look, Func<T, bool> holds)
    {
        var since = Stopwatch.StartNew();
        return await tell.While(
            what,
            async () =>
            {
                while (true)
                {
                    if (await look() is var seen && holds(seen))
                        return seen;
                    Check(
                        since.Elapsed < Longest,
                        $"after {Longest.TotalMinutes} minutes still not so: {what}. Seen: {Short(seen)}"
                    );
                    await Task.Delay(Look, stop);
                }
            }
        );
    }

    /// <summary>A long part that is not a look.</summary>
    public Task While(string what, Func<Task> work) => tell.While(what, work);

    public void Dispose() => visitor.Dispose();

    static string Short<T>(T seen) => $"{seen}" is var text && text.Length > 1500 ? text[..1500] + " …" : text;
}
