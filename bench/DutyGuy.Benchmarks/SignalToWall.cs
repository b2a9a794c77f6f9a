using System.Diagnostics;

namespace DutyGuy.Benchmarks;

/// <summary>An open wall: from the start of POST signals/ci to the page that says so, loaded at the change it heard of.</summary>
internal sealed class SignalToWall(HttpClient http, string wall, StreamReader live) : IDisposable
{
    private int rounds;

    public static async Task<SignalToWall> Open(HttpClient http)
    {
        var wall = await Clinic.Wall(http);
        return new(http, wall, new StreamReader(await http.GetStreamAsync(wall.Replace("/wall?", "/wall/live?"))));
    }

    /// <summary>Milliseconds of one round: main turns red, the next time green.</summary>
    public async Task<double> Round()
    {
        var (red, watch) = (rounds++ % 2 == 0, Stopwatch.StartNew());
        var posted = Clinic.Ci(http, $"{rounds:x40}", red ? "failing" : "passing");
        while (IsRed(await http.GetStringAsync(wall)) != red)
            await NextChange();
        var seen = watch.Elapsed.TotalMilliseconds;
        await posted;
        return seen;
    }

    public void Dispose() => live.Dispose();

    /// <summary>Any event will do: the page decides whether it is the one waited for.</summary>
    private async Task NextChange()
    {
        while (await live.ReadLineAsync() is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal))
                return;
    }

    private static bool IsRed(string page) => page.Contains("Main is red", StringComparison.Ordinal);
}
