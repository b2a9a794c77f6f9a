using System.Diagnostics;
using System.Threading.Channels;

namespace DutyGuy.Features.Intake;

/// <summary>
/// All that comes goes through one channel and is kept in one transaction for all that wait, at most 500. After each we
/// pause for as long as it took, so that a storm leaves half of the writer to others, and an SDK, which sends one request
/// after the other and throws away what it cannot send, hardly waits.
/// </summary>
sealed partial class EventBatcher(StoreBatch store, ILogger<EventBatcher> log) : BackgroundService
{
    const int Largest = 500;
    const int MostWaiting = 20_000;
    static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    readonly Channel<ReceivedEvents> waiting = Channel.CreateBounded<ReceivedEvents>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );

    /// <summary>False when too much waits already.</summary>
    public bool TryAdd(ReceivedEvents received) => waiting.Writer.TryWrite(received);

    /// <summary>What was taken is kept: at the end of the program too.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (ended, pause) = (0L, TimeSpan.Zero);
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (waiting.Reader.Count < Largest && Stopwatch.GetElapsedTime(ended) < pause)
                await Task.Delay(1, CancellationToken.None);
            var began = Stopwatch.GetTimestamp();
            await Keep(Take());
            ended = Stopwatch.GetTimestamp();
            pause = TimeSpan.FromTicks(Math.Min(Stopwatch.GetElapsedTime(began, ended).Ticks, LongestPause.Ticks));
        }
    }

    List<ReceivedEvents> Take()
    {
        var batch = new List<ReceivedEvents>();
        while (batch.Count < Largest && waiting.Reader.TryRead(out var received))
            batch.Add(received);
        return batch;
    }

    async Task Keep(IReadOnlyList<ReceivedEvents> batch)
    {
        try
        {
            await store.Keep(batch);
            foreach (var received in batch)
                received.IsStored(true);
        }
        catch (Exception broken) when (batch.Count > 1)
        {
            // One request that cannot be kept must not take the others with it.
            OneByOne(broken);
            foreach (var received in batch)
                await Keep([received]);
        }
        catch (Exception broken)
        {
            NotKept(broken);
            batch[0].IsStored(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of events could not be stored; now one by one.")]
    partial void OneByOne(Exception broken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Events could not be stored; their sender was told so.")]
    partial void NotKept(Exception broken);
}
