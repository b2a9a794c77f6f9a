using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Peers;

public class PeerTests
{
    [Fact]
    public void What_is_there_stops_no_test() =>
        Should.NotThrow(() => Peer.Require(isThere: true, "smtp", "install it"));

    [Fact]
    public void What_is_missing_stops_the_test_with_the_reason_skipped_here_and_failed_in_CI()
    {
        // Not by Record.Exception or Should.Throw, which let a skip pass.
        Exception? stop = null;
        try
        {
            Peer.Require(isThere: false, "smtp", "install it");
        }
        catch (Exception e)
        {
            stop = e;
        }

        stop.ShouldNotBeNull();
        stop.Message.ShouldEndWith("needs smtp: install it");
        var inCi = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        stop.Message.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal).ShouldBe(!inCi);
    }
}
