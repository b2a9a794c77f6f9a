using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class SenderTimeTests
{
    static readonly Instant Received = Instant.FromUtc(2026, 11, 25, 12, 0);

    /// <summary>Seconds before the receipt; null is not told.</summary>
    [Theory]
    [InlineData(null, null, 0)]
    [InlineData(null, 5, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(3600, 0, 3600)]
    [InlineData(3600, null, 3600)]
    [InlineData(1, 0, 1)]
    public void An_event_that_was_kept_happened_before_it_came(int? happened, int? sent, int before) =>
        ByOurClock(happened, sent).ShouldBe(Received - Duration.FromSeconds(before));

    [Theory]
    [InlineData(-7200 + 600, -7200, 600)]
    [InlineData(86400 + 30, 86400, 30)]
    [InlineData(86400 * 20000 + 5, 86400 * 20000, 5)]
    public void A_clock_that_is_wrong_when_it_happens_is_as_wrong_when_it_sends(int happened, int sent, int before) =>
        ByOurClock(happened, sent).ShouldBe(Received - Duration.FromSeconds(before));

    [Theory]
    [InlineData(-60, null)]
    [InlineData(0, 60)]
    [InlineData(86400 * 20000, null)]
    [InlineData(86400 * 20000, 0)]
    [InlineData(0, 86400 * 20000)]
    public void Of_a_time_that_cannot_be_believed_the_receipt_counts(int happened, int? sent) =>
        ByOurClock(happened, sent).ShouldBe(Received);

    [Fact]
    public void What_was_sent_at_once_came_when_it_came() =>
        SenderTime
            .ByOurClock(Received - Duration.FromMilliseconds(40), Received - Duration.FromMilliseconds(12), Received)
            .ShouldBe(Received);

    static Instant ByOurClock(int? happened, int? sent) => SenderTime.ByOurClock(Ago(happened), Ago(sent), Received);

    static Instant? Ago(int? seconds) => seconds is { } s ? Received - Duration.FromSeconds(s) : null;
}
