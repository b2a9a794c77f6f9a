using System.Diagnostics;
using System.Globalization;
using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Benchmarks;

/// <summary>What a look of the watch takes with a thousand endpoints, from stored rows on.</summary>
internal static class WatchSpeed
{
    private const int Endpoints = 1000;
    private const int Requests = 20;
    private static readonly Instant Switch = Instant.FromUtc(2026, 11, 23, 16, 0);

    public static void Run()
    {
        Machine.Print();
        var watch = new ProductionWatch("new", Switch, Switch + Duration.FromMinutes(15));
        var (today, dayBefore) = watch.Needed(15);
        var rows = new[] { dayBefore, today }.SelectMany(Rows).ToList();
        var looks = WatchLooks.None;
        for (var over = 1; over <= 15; over++)
        {
            var since = Stopwatch.StartNew();
            var minutes = rows.Where(r => r.Minute < watch.First + Duration.FromMinutes(over))
                .Select(r => r.ToMinute())
                .ToList();
            var read = since.Elapsed;
            looks = watch.GoOn(looks, over, minutes);
            var all = since.Elapsed;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"minute {over}: {minutes.Count:N0} stored minutes read in {read.TotalSeconds:0.00} s, looked at in {(all - read).TotalSeconds:0.00} s, {looks.Calls.Count} called"
                )
            );
        }
    }

    private static IEnumerable<MinuteRow> Rows(Interval minutes)
    {
        for (var minute = minutes.Start; minute < minutes.End; minute += Duration.FromMinutes(1))
        for (var endpoint = 0; endpoint < Endpoints; endpoint++)
            yield return Row(minute, endpoint);
    }

    private static MinuteRow Row(Instant minute, int endpoint)
    {
        var random = new Random((int)(minute - Switch).TotalMinutes * Endpoints + endpoint);
        var histogram = new DurationHistogram();
        var slower = endpoint == 7 && minute >= Switch ? 2 : 1;
        for (var request = 0; request < Requests; request++)
            histogram.Add((20 + endpoint) * slower * Math.Exp(random.NextDouble() - 0.5));
        return MinuteRow.Of(
            1,
            new EndpointMinute
            {
                Service = "1",
                Environment = "production",
                Endpoint = $"GET /{endpoint}",
                Minute = minute,
                Count = Requests,
                Errors = 0,
                SumMs = histogram.Sum,
                Histogram = histogram,
            }
        );
    }
}
