using NodaTime;

namespace DutyGuy.Commands.Demo.Weeks;

/// <summary>The three weeks before the day, played through the same code with the clock of those days.</summary>
static class RecordedWeeks
{
    /// <summary>The working day before the first turn, on which the team was set up.</summary>
    public static readonly LocalDate Before = new(2026, 10, 30);

    public static async Task Play(DemoWorld world)
    {
        using var events = new RecordedEvents(world.Dsn, world.Over);
        var minutes = new RecordedMinutes(RecordedDay.All.Select(day => day.Date));
        await RecordedRota.LeaIsAway(world);
        await RecordedBuilds.Earlier(world, RecordedDay.All[0].Date);
        foreach (var day in RecordedDay.All)
        {
            await PlayOf(world, day, events);
            await minutes.Send(day.Date, world.Team.Administrator, new Uri(world.Dsn).AbsolutePath[1..]);
        }
        await world.Jump(DemoWorld.At(RecordedDay.All[^1].Date, 18, 5));
    }

    static async Task PlayOf(DemoWorld world, RecordedDay day, RecordedEvents events)
    {
        await world.Jump(DemoWorld.At(day.Date, 9, 2));
        var turn = await RecordedTurn.Begin(world, day);
        await RecordedBuilds.Run(world, day);
        foreach (var error in RecordedError.All.Where(e => e.Date == day.Date))
            await turn.Meet(error, events);
        await RecordedRota.Of(world, day.Date);
        await turn.RollOut();
        await turn.Sign();
    }
}
