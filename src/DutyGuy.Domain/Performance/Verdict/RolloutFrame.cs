namespace DutyGuy.Domain;

/// <summary>
/// The minutes that are compared: `Before` minutes before the switch-over and `After` from it on, and the same of the
/// day before. They are counted through: yesterday's first, then today's.
/// </summary>
public sealed record RolloutFrame(int Before, int After)
{
    /// <summary>Minutes since the switch-over that are over; all when nobody watches.</summary>
    public int Seen { get; init; } = After;

    /// <summary>Minutes of one day.</summary>
    public int Minutes => Before + After;

    /// <summary>Minutes of both days.</summary>
    public int Times => 2 * Minutes;

    /// <summary>The first minute of the switch-over, counted through.</summary>
    public int Switch => Minutes + Before;

    /// <summary>Counts a minute through; -1 when it lies outside.</summary>
    /// <param name="minute">Minutes since the switch-over; those of the day before are 1440 less.</param>
    public int TimeOf(int minute)
    {
        if (minute >= -Before && minute < After)
            return Switch + minute;
        var dayBefore = minute + 1440;
        return dayBefore >= -Before && dayBefore < After ? Before + dayBefore : -1;
    }

    /// <summary>True for a minute of the rollout's own day.</summary>
    public bool IsToday(int time) => time >= Minutes;
}
