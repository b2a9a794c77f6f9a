using DutyGuy.Store;

namespace DutyGuy.Tests.StaysUp;

/// <summary>Whoever waits for a change hears of each, from however many threads they come.</summary>
public class PulseTests
{
    const int Threads = 8;
    static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Beats_of_many_threads_are_all_counted()
    {
        const int each = 100_000;
        var pulse = new Pulse();
        await AtOnce(() =>
        {
            for (var i = 0; i < each; i++)
                pulse.Beat();
        });
        pulse.Count.ShouldBe(Threads * each);
    }

    [Fact]
    public async Task Restores_of_many_threads_are_all_counted()
    {
        const int each = 100_000;
        var pulse = new Pulse();
        await AtOnce(() =>
        {
            for (var i = 0; i < each; i++)
                pulse.Restored();
        });
        (pulse.Restores, pulse.Count).ShouldBe((Threads * each, (long)Threads * each));
    }

    [Fact]
    public async Task Who_is_woken_finds_the_new_count()
    {
        var pulse = new Pulse();
        var wrong = await WithEach(pulse, pulse.Beat, round => pulse.Count < round);
        wrong.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_committed_right_after_a_beat_gets_one_of_its_own()
    {
        var pulse = new Pulse(TimeSpan.Zero);
        var missed = await WithEach(
            pulse,
            pulse.BeatSoon,
            _ =>
            {
                var changed = pulse.Changed;
                pulse.BeatSoon();
                return !SpinWait.SpinUntil(() => changed.IsCompleted, 100);
            }
        );
        missed.ShouldBe(0);
    }

    [Fact]
    public async Task An_open_page_hears_at_once_of_what_changed_while_it_was_told_the_last()
    {
        var pulse = new Pulse();
        await using var page = pulse
            .Counts(TimeSpan.FromMinutes(5), TimeSpan.Zero, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        (await page.MoveNextAsync()).ShouldBeTrue();
        page.Current.ShouldBe(0);
        pulse.Beat();
        (await page.MoveNextAsync().AsTask().WaitAsync(Long)).ShouldBeTrue();
        page.Current.ShouldBe(1);
    }

    static Task AtOnce(Action work) =>
        Task.WhenAll(
            Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(work, TaskCreationOptions.LongRunning))
        );

    /// <summary>Beats many times; another thread looks at the very instant of each whether something is wrong.</summary>
    static async Task<int> WithEach(Pulse pulse, Action beat, Func<int, bool> isWrong)
    {
        const int rounds = 5_000;
        using var ready = new Barrier(2);
        var looking = Task.Factory.StartNew(Look, TaskCreationOptions.LongRunning);
        for (var round = 0; round < rounds; round++)
        {
            ready.SignalAndWait();
            beat();
        }
        return await looking;

        int Look()
        {
            var wrong = 0;
            for (var round = 1; round <= rounds && wrong < 10; round++)
            {
                var changed = pulse.Changed;
                ready.SignalAndWait();
                while (!changed.IsCompleted)
                    Thread.SpinWait(1);
                wrong += isWrong(round) ? 1 : 0;
            }
            ready.RemoveParticipant();
            return wrong;
        }
    }
}
