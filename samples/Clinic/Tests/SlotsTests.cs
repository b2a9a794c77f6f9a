namespace Clinic.Tests;

public static class SlotsTests
{
    private static readonly DateTime _nine = new(2026, 1, 5, 9, 0, 0);
    private static readonly DateOnly _monday = new(2026, 1, 5);
    private static readonly Appointment _visit = new(1, 1, 1, _nine, 30);

    public static readonly (string, Func<bool>)[] All =
    [
        ("a visit of 15 minutes takes one slot", () => Slots.RoundUp(15) == 15),
        ("a visit of 20 minutes takes two slots", () => Slots.RoundUp(20) == 30),
        ("a visit of 17 minutes takes one slot", () => Slots.RoundUp(17) == 15),
        ("a visit of 18 minutes takes two slots", () => Slots.RoundUp(18) == 30),
        ("a visit of 1 minute takes one slot", () => Slots.RoundUp(1) == 15),
        ("neighbours do not overlap", () => !Overlap(0, 15, 15, 30)),
        ("a visit inside another overlaps", () => Overlap(0, 60, 15, 30)),
        ("a taken time is not free", () => !Slots.IsFree([_visit], _nine, 15)),
        ("the time after a visit is free", () => Slots.IsFree([_visit], _nine.AddMinutes(30), 15)),
        ("a visit of half an hour takes two free slots", () => Slots.Free([_visit], _monday, 1).Count == 26),
        ("a Monday has 28 slots", () => Slots.OfDay(_monday).Count() == 28),
        ("noon is no slot", () => Slots.OfDay(_monday).All(slot => slot.Hour != 12)),
        ("a Sunday has no slots", () => !Slots.OfDay(new DateOnly(2026, 1, 4)).Any()),
    ];

    private static bool Overlap(int start, int end, int otherStart, int otherEnd) =>
        Slots.Overlap(
            _nine.AddMinutes(start),
            _nine.AddMinutes(end),
            _nine.AddMinutes(otherStart),
            _nine.AddMinutes(otherEnd)
        );
}
