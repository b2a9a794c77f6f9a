namespace DutyGuy.Store;

/// <summary>
/// An event that was counted: a number made of its project and id, and the day on which it came. Nothing else of it, because
/// there is one for each of a month, also of a storm, and one number is the smallest row that both databases have.
/// </summary>
public sealed record SeenEvent(long Id, int Day)
{
    /// <summary>The table is looked through for what is old in so many parts, one a minute, so that nobody waits for it.</summary>
    public const int Parts = 1440;

    /// <summary>The smallest and the largest number of a part, of which 0 is the first.</summary>
    public static (long First, long Last) Part(int part) =>
        (First(part), part == Parts - 1 ? long.MaxValue : First(part + 1) - 1);

    static long First(int part) => long.MinValue + (long)(ulong.MaxValue / Parts * (ulong)part);
}
