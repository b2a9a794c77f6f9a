namespace Clinic.Tests;

public static class RemindersTests
{
    public static readonly (string, Func<bool>)[] All =
    [
        ("a number is dialled without spaces", () => Reminders.Dialled("+33 1 00 00 00 01") == "+33100000001"),
        (
            "a reminder names day and time",
            () =>
                Reminders.Text(new DateTime(2026, 1, 5, 9, 0, 0), "Dr Blanc") == "Monday 5 January, 09:00 with Dr Blanc"
        ),
    ];
}
