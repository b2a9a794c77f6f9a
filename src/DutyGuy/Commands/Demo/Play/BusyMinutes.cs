using NodaTime;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>Minutes that pass faster than real ones, with as many more visitors: visits, answers and timings are real.</summary>
sealed class BusyMinutes(Day day) : IAsyncDisposable
{
    static readonly TimeSpan Minute = TimeSpan.FromMilliseconds(500);

    readonly CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(day.World.Over);
    readonly ClinicLoad crowd = new(day.World.Sites.Production.Address, ClinicVisitors.Public, 60, seed: 3);
    Task visits = Task.CompletedTask;

    public long Answered => crowd.Answered;
    public long Failed => crowd.Failed;
    public long Unanswered => crowd.Unanswered;

    public static BusyMinutes Begin(Day day)
    {
        var busy = new BusyMinutes(day);
        busy.visits = busy.crowd.Run(busy.over.Token);
        return busy;
    }

    /// <summary>One minute of the day's clock passes.</summary>
    public async Task Pass()
    {
        await day.World.Jump(day.World.Now + Duration.FromMinutes(1));
        await Task.Delay(Minute, over.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await visits;
        crowd.Dispose();
        over.Dispose();
    }
}
