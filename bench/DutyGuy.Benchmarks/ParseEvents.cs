using System.Diagnostics;
using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Benchmarks;

/// <summary>
/// `-- parse [folder of captures]`: envelopes decompressed, read, cleaned and grouped per second of one core. It goes by
/// the time the process computed, so that other work on the machine changes little.
/// </summary>
internal static class ParseEvents
{
    private const int Limit = 1_000_000;
    private const int Seconds = 3;

    public static void Run(string[] args)
    {
        var folder = args.ElementAtOrDefault(1) ?? Path.Combine(AppContext.BaseDirectory, "sentry");
        var now = Instant.FromUtc(2026, 11, 23, 9, 0);
        foreach (var file in Directory.GetFiles(folder, "*.body").Order(StringComparer.Ordinal))
        {
            var body = File.ReadAllBytes(file);
            var store = Path.GetFileName(file).Contains("store", StringComparison.Ordinal);
            Measure(Path.GetFileNameWithoutExtension(file), 0.5, () => Once(body, store, now));
        }
        var errors = Directory.GetFiles(folder, "*-event*.body").Select(File.ReadAllBytes).ToList();
        var next = 0;
        Measure("all error events in turn", Seconds, () => Once(errors[next++ % errors.Count], false, now));
    }

    private static void Once(byte[] body, bool store, Instant now)
    {
        var plain = Body.Decompress(body, null, Limit);
        var envelope = store ? StoreReader.Read(plain) : EnvelopeReader.Read(plain);
        SentryIntake.Read(envelope, [1, 2, 3], now);
    }

    private static void Measure(string name, double seconds, Action once)
    {
        Repeat(once, seconds / 2);
        var before = Environment.CpuUsage.TotalTime;
        var count = Repeat(once, seconds);
        var each = (Environment.CpuUsage.TotalTime - before) / count;
        Console.WriteLine($"{name, -28} {1 / each.TotalSeconds, 10:N0} a second  {each.TotalMicroseconds, 7:N1} µs");
    }

    private static int Repeat(Action once, double seconds)
    {
        var (watch, count) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed.TotalSeconds < seconds; count++)
            once();
        return count;
    }
}
