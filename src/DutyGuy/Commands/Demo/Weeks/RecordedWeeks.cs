using NodaTime;

namespace DutyGuy.Commands.Demo.Weeks;

/// <summary>The three weeks before the day, played through the same code with the clock of those days.</summary>
static class RecordedWeeks
{
    /// <summary>The working day before the first turn, on which the team was set up.</summary>
    public static readonly LocalDate Before = new(2026, 10, 30);

    public static async Task Play(DemoWorld world)
    {
        await world.Jump(DemoWorld.At(new LocalDate(2026, 11, 20), 18, 5));
    }
}
