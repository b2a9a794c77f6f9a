using NodaTime;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>Minutes that pass faster than real ones, with as many more visitors: visits, answers and timings are real.</summary>
sealed class BusyMinutes(Day day, TimeSpan minute, double visitsPerSecond) : IAsyncDisposable
{
    readonly CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(day.World.Over);
    readonly ClinicLoad crowd = new(
        day.World.Sites.Production.Address,
        ClinicVisitors.Public,
        visitsPerSecond,
        seed: 3
    );
    Task visits = Task.CompletedTask;

    public long Answered => crowd.Answered;
    public long Failed => crowd.Failed;
    public long Unanswered => crowd.Unanswered;

    /// <summary>A minute takes half a second.</summary>
    public static BusyMinutes Calm(Day day) => Begin(new(day, TimeSpan.FromMilliseconds(500), 60));

    /// <summary>
    /// A minute takes two seconds, with as many visitors in it: a slow release would leave the machine no time otherwise.
    /// </summary>
    public static BusyMinutes Watched(Day day) => Begin(new(day, TimeSpan.FromSeconds(2), 15));

    static BusyMinutes Begin(BusyMinutes busy)
    {
        busy.visits = busy.crowd.Run(busy.over.Token);
        return busy;
    }

    /// <summary>One minute of the day's clock passes.</summary>
    public async Task Pass()
    {
        await day.World.Jump(day.World.Now + Duration.FromMinutes(1));
        await Task.Delay(minute, over.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await visits;
        crowd.Dispose();
        over.Dispose();
    }
}
