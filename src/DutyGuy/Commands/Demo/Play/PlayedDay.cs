using System.Diagnostics;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>One whole duty day, played through the public API and told line by line.</summary>
static class PlayedDay
{
    static readonly Func<Day, Task>[] Acts =
    [
        Morning.Play,
        RedMain.Play,
        StagingErrors.Play,
        ProductionError.Play,
        YesterdaysRollout.Play,
        MoreCommits.Play,
        FourOClock.Play,
        TheButton.Play,
        TheWatch.Play,
        WayBack.Play,
        Evening.Play,
    ];

    public static async Task<int> Run(Telling tell, CancellationToken stop)
    {
        var since = Stopwatch.StartNew();
        try
        {
            await using var world = await tell.While(
                "Making a team, its three last weeks and its Clinic",
                () => DemoWorld.Create(stop)
            );
            using var day = new Day(world, tell, stop);
            tell.Say($"Ready after {since.Elapsed.TotalSeconds:0.0} s: {world.Server.Address}");
            await day.Open();
            foreach (var act in Acts)
                await act(day);
            tell.Say($"\nThe day took {since.Elapsed.TotalSeconds:0} seconds. Nothing of it is left on this machine.");
            return 0;
        }
        catch (NotAsTold wrong)
        {
            tell.Wrong($"The day did not come out as told: {wrong.Message}");
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            tell.Wrong("Ended before the day was over.");
            return 1;
        }
    }
}
