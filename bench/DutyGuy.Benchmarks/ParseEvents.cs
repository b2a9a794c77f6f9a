using System.Diagnostics;
using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Benchmarks;

/// <summary>`-- parse [folder of captures]`: envelopes decompressed, read, cleaned and grouped per second on one core.</summary>
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
        foreach (var error in SentryIntake.Read(envelope, [1, 2, 3], now).Errors)
            Fingerprint.Of(error.Sighting);
    }

    private static void Measure(string name, double seconds, Action once)
    {
        for (var i = 0; i < 500; i++)
            once();
        var (watch, count) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed.TotalSeconds < seconds; count++)
            once();
        Console.WriteLine($"{name, -28} {count / watch.Elapsed.TotalSeconds, 10:N0} a second");
    }
}
