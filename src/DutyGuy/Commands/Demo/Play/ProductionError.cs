namespace DutyGuy.Commands.Demo.Play;

/// <summary>11:30: patients met an error in production; it gets an owner, however old it is.</summary>
static class ProductionError
{
    public static async Task Play(Day day)
    {
        await day.At(11, 30, "Production");
        var lines = await day.Until(
            "Patients visit production",
            () => StagingErrors.Lines(day, "production"),
            lines => lines.Count >= 1
        );
        foreach (var line in lines)
            await Asking.Owner(day, line);
        var left = await StagingErrors.Lines(day, "production");
        Day.Check(left.Count == 0, "an error in production still has no owner");
        day.Tell("No error waits for an owner any more.");
    }
}
