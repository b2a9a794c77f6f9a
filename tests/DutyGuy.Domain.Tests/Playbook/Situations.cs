using CsCheck;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Domain.Tests;

/// <summary>Random situations, crowded where the rules change their mind.</summary>
internal static class Situations
{
    public static readonly string[] Zones =
    [
        "Europe/Paris",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "UTC",
    ];

    // Days on which clocks change in one of the zones, and ordinary ones.
    private static readonly LocalDate[] Days =
    [
        new(2026, 3, 8),
        new(2026, 3, 29),
        new(2026, 4, 5),
        new(2026, 10, 4),
        new(2026, 10, 25),
        new(2026, 11, 1),
        new(2026, 7, 15),
        new(2028, 2, 29),
    ];

    private static readonly Gen<LocalTime> Times = Gen.Frequency(
        (1, Gen.Const(new LocalTime(16, 0))),
        (1, Gen.Const(new LocalTime(15, 59, 59))),
        (3, Gen.Int[0, 86_399].Select(seconds => LocalTime.FromSecondsSinceMidnight(seconds)))
    );

    private static readonly Gen<Duration> Ages = Gen.OneOf(
        Gen.Int[-1, 1].Select(seconds => Duration.FromDays(2) + Duration.FromSeconds(seconds)),
        Gen.Int[0, 8000].Select(minutes => Duration.FromMinutes(minutes))
    );

    private static readonly Gen<(Duration Age, string Environment, ErrorStatus Status, string? Assignee)> Errors =
        Gen.Select(
            Ages,
            Pick.Of("staging", "production"),
            Pick.Of(ErrorStatus.Open, ErrorStatus.Open, ErrorStatus.Resolved, ErrorStatus.Ignored),
            Pick.Of<string?>(null, "ann")
        );

    public static Gen<Situation> All { get; } =
        from zone in Pick.Of(Zones)
        from day in Pick.Of(Days)
        from time in Times
        from main in Pick.Of(MainColour.Failing, MainColour.Passing, MainColour.Running, MainColour.Unknown)
        from duty in Gen.Int[0, 19]
        from done in Pick.Of<string[]>([], ["performance"], ["rollout"], ["performance", "rollout"])
        from errors in Errors.List[0, 6]
        select Make(day + time, zone, main, duty > 0, done, errors);

    private static Situation Make(
        LocalDateTime local,
        string zoneId,
        MainColour main,
        bool onDuty,
        string[] done,
        List<(Duration Age, string Environment, ErrorStatus Status, string? Assignee)> errors
    )
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var now = local.InZoneLeniently(zone).ToInstant();
        return new()
        {
            Now = now,
            Zone = zone,
            OnDuty = onDuty,
            Main = main,
            DoneToday = done.ToHashSet(StringComparer.Ordinal),
            Errors =
            [
                .. errors.Select(
                    (e, i) => new ErrorInSituation($"e{i}", e.Environment, e.Status, now - e.Age, e.Assignee)
                ),
            ],
        };
    }
}
