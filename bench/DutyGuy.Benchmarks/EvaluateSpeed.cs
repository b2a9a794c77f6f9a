using System.Diagnostics;
using System.Globalization;
using DutyGuy.Commands;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Benchmarks;

/// <summary>Situations a second that the duty loop evaluates on one core, in memory.</summary>
internal static class EvaluateSpeed
{
    private const int Count = 200_000;
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 29, 0, 0);
    private static readonly string[] Zones = ["Europe/Paris", "America/New_York", "Asia/Kolkata", "UTC"];
    private static readonly HashSet<string>[] Done =
    [
        [],
        ["performance"],
        ["rollout"],
        ["performance", "rollout"],
    ];

    public static void Run()
    {
        var playbook =
            PlaybookFolder.Read(PlaybookFolder.Shipped("engineering")).Playbook
            ?? throw new InvalidOperationException("The shipped playbook has problems.");
        var random = new Random(1);
        var situations = Enumerable.Range(0, Count).Select(_ => Situation(random)).ToArray();
        Measure(playbook, situations);
        for (var round = 1; round <= 5; round++)
        {
            var (rate, lines) = Measure(playbook, situations);
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"round {round}: {rate:N0} situations/s, {lines} lines")
            );
        }
    }

    private static (double Rate, long Lines) Measure(Playbook playbook, Situation[] situations)
    {
        var lines = 0L;
        var watch = Stopwatch.StartNew();
        foreach (var situation in situations)
            lines += DutyLoop.Evaluate(playbook, situation).Count;
        return (situations.Length / watch.Elapsed.TotalSeconds, lines);
    }

    private static Situation Situation(Random random)
    {
        var now = Start + Duration.FromMinutes(random.Next(2880));
        return new()
        {
            Now = now,
            Zone = DateTimeZoneProviders.Tzdb[Zones[random.Next(Zones.Length)]],
            OnDuty = random.Next(20) > 0,
            Main = (MainColour)random.Next(4),
            DoneToday = Done[random.Next(Done.Length)],
            Errors = [.. Enumerable.Range(0, random.Next(7)).Select(i => Error(random, now, i))],
        };
    }

    private static ErrorInSituation Error(Random random, Instant now, int number) =>
        new(
            $"e{number}",
            random.Next(2) == 0 ? "staging" : "production",
            (ErrorStatus)random.Next(3),
            now - Duration.FromMinutes(random.Next(5760)),
            random.Next(3) == 0 ? "ann" : null
        );
}
