using NodaTime;

namespace DutyGuy.Domain;

/// <summary>When an event happened, by our clock, though only its sender was there.</summary>
public static class SenderTime
{
    /// <summary>What was sent as soon as it happened came when it came: clocks and networks are no more exact.</summary>
    private static readonly Duration AtOnce = Duration.FromSeconds(1);

    /// <summary>A clock that was never set says 1970; no device keeps an event for years.</summary>
    private static readonly Duration LongestKept = Duration.FromDays(365);

    /// <summary>
    /// The sender's own time, corrected by what its clock said when it sent. Nothing that can be believed (no time, one to
    /// come, one of years ago): the receipt.
    /// </summary>
    /// <param name="happened">When it happened, by the sender's clock.</param>
    /// <param name="sent">When it was sent, by the same clock; null when the sender does not say.</param>
    /// <param name="received">When it came, by ours.</param>
    public static Instant ByOurClock(Instant? happened, Instant? sent, Instant received)
    {
        if (happened is not { } own)
            return received;
        var kept = (sent ?? received) - own;
        return kept < AtOnce || kept > LongestKept ? received : received - kept;
    }
}
