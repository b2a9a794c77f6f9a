using NodaTime;

namespace DutyGuy.Commands.Demo.Weeks;

/// <summary>An error of the Clinic as its SDK told it on a past day, and what became of it.</summary>
/// <param name="Frames">The innermost last: file and function.</param>
/// <param name="Person">Who took it; null when nobody did yet.</param>
sealed record RecordedError(
    LocalDate Date,
    int Hour,
    string Environment,
    string Endpoint,
    string Type,
    string Value,
    (string File, string Module, string Function, int Line)[] Frames,
    int Events,
    string? Person,
    bool Resolved
)
{
    public static IReadOnlyList<RecordedError> All { get; } =
    [
        new(
            new(2026, 11, 3),
            11,
            "staging",
            "POST /appointments",
            "System.ArgumentOutOfRangeException",
            "Specified argument was out of the range of valid values. (Parameter 'minutes')",
            [("Booking.cs", "Clinic.Booking", "Book", 41), ("Slots.cs", "Clinic.Slots", "Of", 22)],
            3,
            "lea",
            Resolved: true
        ),
        new(
            new(2026, 11, 6),
            14,
            "production",
            "GET /doctors/{id:int}",
            "System.Collections.Generic.KeyNotFoundException",
            "The given key '412' was not present in the dictionary.",
            [("Agenda.cs", "Clinic.Agenda", "Map", 12), ("Practice.cs", "Clinic.Practice", "Doctor", 30)],
            12,
            "ines",
            Resolved: true
        ),
        new(
            new(2026, 11, 12),
            10,
            "staging",
            "GET /search",
            "System.NullReferenceException",
            "Object reference not set to an instance of an object.",
            [("Search.cs", "Clinic.Search", "Matches", 48)],
            5,
            "ravi",
            Resolved: true
        ),
        new(
            new(2026, 11, 17),
            15,
            "staging",
            "GET /doctors/{id:int}/waiting-list",
            "System.InvalidOperationException",
            "Sequence contains no elements",
            [
                ("WaitingList.cs", "Clinic.WaitingList", "<Map>b__1", 20),
                ("WaitingList.cs", "Clinic.WaitingList", "Show", 34),
            ],
            4,
            null,
            Resolved: false
        ),
    ];
}
