using System.Text.Json;
using DutyGuy.Domain;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Commands.Rota;

/// <summary>Reads rotations and instants, and answers for them.</summary>
static class RotationFile
{
    static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    static readonly LocalDateTimePattern MinutePattern = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm"
    );
    static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static string? PersonAt(JsonElement one) => Rotation(one).At(At(one, "query"));

    public static string? PersonAfterChange(JsonElement one) =>
        Rotation(one)
            .AtAfterChange(
                At(one, "query"),
                At(one, "change_at"),
                [.. one.List("participants_after").Select(name => name.GetString()!)]
            );

    /// <summary>Whether it is four in the afternoon or later in the zone.</summary>
    public static bool IsAfterFour(JsonElement one) => At(one, "query").InZone(Zone(one, "zone")).Hour >= 16;

    /// <summary>The wall time of a hand-off in another zone.</summary>
    public static string SeenByViewer(JsonElement one)
    {
        var handOff = Hours(one, "zone", Time(one.Text("hand_off")));
        var instant = handOff.StartOf(one.Date("date") ?? throw new FormatException("“date” is missing."));
        return MinutePattern.Format(instant.InZone(Zone(one, "viewer")).LocalDateTime);
    }

    static Rotation Rotation(JsonElement one)
    {
        var rotation = one.GetProperty("rotation");
        return new(
            Zone(one, "zone"),
            Enum.Parse<RotationUnit>(rotation.Text("unit"), ignoreCase: true),
            rotation.Whole("every", 1),
            MinutePattern.Parse(rotation.Text("start")).GetValueOrThrow(),
            [.. rotation.List("participants").Select(name => name.GetString()!)]
        )
        {
            Workdays = rotation.Words("workdays")?.Select(DayOf).ToHashSet() ?? DutyHours.MondayToFriday,
            Holidays = rotation.Dates("holidays"),
            Hours = rotation.Part("duty_hours") is { } hours
                ? (Time(hours.Text("from")), Time(hours.Text("to")))
                : null,
            Overrides = rotation.List("overrides").ToDictionary(o => o.Date("date")!.Value, o => o.Text("person")),
        };
    }

    static IsoDayOfWeek DayOf(string day) => (IsoDayOfWeek)(1 + Array.IndexOf(Weekdays, day));

    static DutyHours Hours(JsonElement one, string zone, LocalTime time) =>
        new(Zone(one, zone), time, time, DutyHours.MondayToFriday, new HashSet<LocalDate>());

    static Instant At(JsonElement one, string name) =>
        InstantPattern.ExtendedIso.Parse(one.Text(name)).GetValueOrThrow();

    static LocalTime Time(string text) =>
        text == "24:00" ? LocalTime.Midnight : TimePattern.Parse(text).GetValueOrThrow();

    static DateTimeZone Zone(JsonElement one, string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(one.Text(name))
        ?? throw new FormatException($"“{one.Text(name)}” is not a time zone.");
}
