namespace Clinic.Tests;

public static class AgendaTests
{
    private static readonly DateTime _nine = new(2026, 1, 5, 9, 0, 0);

    public static readonly (string, Func<bool>)[] All =
    [
        ("Lyon has the time of Paris", () => Zones.Local("Lyon", _nine) == _nine),
        ("Reunion is three hours ahead", () => Zones.Local("Reunion", _nine) == _nine.AddHours(3)),
    ];
}
