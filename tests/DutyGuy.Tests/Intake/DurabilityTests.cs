using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Intake;

public class DurabilityTests
{
    [Theory, OnBothDatabases]
    public async Task Every_acknowledged_event_is_there_after_kill_9(DatabaseKind database)
    {
        await using var duty = await DutyProcess.Start(database);
        var sender = await Sender.Of(duty.Api);
        var acknowledged = 0;
        var sending = Enumerable
            .Range(0, 8)
            .Select(async _ =>
            {
                try
                {
                    while (true)
                    {
                        await sender.Error("Timeout");
                        // In the midst of sending, at whatever point the others are.
                        if (Interlocked.Increment(ref acknowledged) == 60)
                            await duty.Kill();
                    }
                }
                catch (HttpRequestException)
                {
                    // The server is gone: that is what we want.
                }
            })
            .ToList();
        await Task.WhenAll(sending);
        acknowledged.ShouldBeGreaterThanOrEqualTo(60);
        await duty.Restart();
        var error = (await duty.Api.Get("errors")).Items().ShouldHaveSingleItem();
        // Those committed whose answer was cut off may be there too: at most one a sender.
        error.Number("events").ShouldBeInRange(acknowledged, acknowledged + 8);
    }
}
