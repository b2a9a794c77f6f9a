using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DutyGuy.Domain;

namespace DutyGuy.Benchmarks;

/// <summary>
/// `-- source-maps [mappings]`: how long a map takes to be read; and whether the intake of other events waits while maps
/// are: four connections send plain events, alone, beside events of a minified file whose map is in memory, and beside such
/// whose map never is, because eight large ones are asked for in turn.
/// </summary>
internal static class SourceMapSpeed
{
    private const int Maps = 8;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    public static async Task Run(string[] args)
    {
        var mappings = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
        Machine.Print();
        Decode(mappings);
        var folder = Directory.CreateTempSubdirectory("duty-bench-").FullName;
        using var server = BuiltServer.Start(folder, $"Data Source={Path.Combine(folder, "duty.db")}");
        try
        {
            using var http = new HttpClient { BaseAddress = await BuiltServer.Address(server) };
            http.DefaultRequestHeaders.Authorization = new("Bearer", BuiltServer.Token);
            await Beside(http, mappings);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Decode(int mappings)
    {
        var json = Map(mappings, 0);
        SourceMap.Read(Map(1000, 0));
        var watch = Stopwatch.StartNew();
        var map = SourceMap.Read(json);
        var read = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        const int finds = 1_000_000;
        for (var i = 0; i < finds; i++)
            map.Find(1, 1 + (int)(i * 7919L % (2 * mappings)));
        Console.WriteLine(
            $"a map of {mappings:N0} mappings, {json.Length / 1e6:N1} MB: read in {read:N0} ms, {map.Bytes / 1e6:N0} MB in memory, "
                + $"a place found in {watch.Elapsed.TotalMicroseconds / finds:N2} µs"
        );
    }

    private static async Task Beside(HttpClient http, int mappings)
    {
        using var loud = new HttpClient { BaseAddress = http.BaseAddress };
        var plain = await EventSender.Of(http, loud, 4);
        for (var i = 0; i < Maps; i++)
        {
            using var body = new ByteArrayContent(Map(mappings, i));
            using var put = await http.PutAsync($"/api/v1/projects/1/source-maps?release=shop@1&file=app{i}.js", body);
            put.EnsureSuccessStatusCode();
        }
        var key = (await http.GetFromJson("/api/v1/projects")).GetProperty("items")[0].GetProperty("key").GetString()!;
        await plain.Send(sent => sent < 10_000);
        Console.WriteLine(
            "answers to plain events in ms           a second   median      99%    worst   minified: a second   median"
        );
        await Measure("alone", plain, _ => Task.FromResult(0.0), none: true);
        await Measure("beside a map that is in memory", plain, _ => Minified(loud, key, 0), none: false);
        await Measure("beside maps that never are", plain, n => Minified(loud, key, n % Maps), none: false);
    }

    private static async Task Measure(string name, EventSender plain, Func<int, Task<double>> minified, bool none)
    {
        var clock = Stopwatch.StartNew();
        var others = new List<double>();
        var beside = Task.Run(async () =>
        {
            for (var n = 0; !none && clock.Elapsed < Time; n++)
                others.Add(await minified(n));
        });
        var answers = await plain.Send(_ => clock.Elapsed < Time);
        var seconds = clock.Elapsed.TotalSeconds;
        await beside;
        Console.WriteLine(
            $"{name, -36} {answers.Count / seconds, 11:N0} {answers.Quantile(0.5), 8:N1} {answers.Quantile(0.99), 8:N1} {answers.Max(), 8:N0}"
                + (none ? "" : $" {others.Count / seconds, 20:N1} {others.Quantile(0.5), 8:N1}")
        );
    }

    private static async Task<double> Minified(HttpClient http, string key, int map)
    {
        var id = Guid.NewGuid().ToString("N");
        var frames = string.Join(
            ',',
            Enumerable
                .Range(1, 10)
                .Select(i =>
                    $$"""{"filename":"/app{{map}}.js","function":"a","lineno":1,"colno":{{i * 1000}},"in_app":true}"""
                )
        );
        var body =
            $"{{\"event_id\":\"{id}\"}}\n{{\"type\":\"event\"}}\n{{\"release\":\"shop@1\",\"exception\":[{{\"type\":\"Minified\",\"stacktrace\":{{\"frames\":[{frames}]}}}}]}}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/1/envelope/")
        {
            Content = new StringContent(body),
        };
        request.Headers.TryAddWithoutValidation("X-Sentry-Auth", $"Sentry sentry_version=7, sentry_key={key}");
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>Every second column begins another line of one of a thousand sources.</summary>
    private static byte[] Map(int mappings, int number)
    {
        var text = new StringBuilder("AAAAA");
        for (var i = 1; i < mappings; i++)
            text.Append(i % 1000 == 0 ? ",ECAAA" : ",EACEA");
        var sources = Enumerable.Range(0, (mappings / 1000) + 1).Select(i => $"../src/part{i}/of{number}.js");
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                version = 3,
                sources,
                names = new[] { "book" },
                mappings = text.ToString(),
            }
        );
    }

    private static async Task<JsonElement> GetFromJson(this HttpClient http, string path) =>
        JsonElement.Parse(await http.GetStringAsync(path));
}
