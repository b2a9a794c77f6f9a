using System.Threading.Channels;
using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Keeps what commands print: some lines at once, soon enough for a page that watches.</summary>
sealed class RolloutLines(DutyStore store, IClock clock)
{
    /// <summary>The output of one run; disposing writes the rest.</summary>
    public RunOutput Of(long rollout) => new(rollout, store, clock);

    internal sealed class RunOutput : IAsyncDisposable
    {
        static readonly TimeSpan Together = TimeSpan.FromMilliseconds(200);
        readonly Channel<RolloutOutput> lines = Channel.CreateUnbounded<RolloutOutput>();
        readonly Task writing;
        readonly DutyStore store;
        readonly IClock clock;
        readonly long rollout;

        public RunOutput(long rollout, DutyStore store, IClock clock)
        {
            (this.rollout, this.store, this.clock) = (rollout, store, clock);
            writing = WriteAll();
        }

        /// <summary>One line that was printed just now.</summary>
        public void Add(string line) =>
            lines.Writer.TryWrite(
                new RolloutOutput
                {
                    RolloutId = rollout,
                    At = clock.GetCurrentInstant(),
                    Text = line.Replace("\0", "", StringComparison.Ordinal),
                }
            );

        public async ValueTask DisposeAsync()
        {
            lines.Writer.Complete();
            await writing;
        }

        async Task WriteAll()
        {
            while (await lines.Reader.WaitToReadAsync())
            {
                var some = new List<RolloutOutput>();
                while (lines.Reader.TryRead(out var line))
                    some.Add(line);
                await store.Change(db =>
                {
                    db.RolloutOutput.AddRange(some);
                    return Task.CompletedTask;
                });
                await Task.WhenAny(Task.Delay(Together), lines.Reader.Completion);
            }
        }
    }
}
