namespace DutyGuy.Domain;

/// <summary>
/// The objective counts in points, here as whole numbers of 1/2^20 point, so that plans compare alike on every machine. One point is one
/// person one turn off the entitlement, two broken "rather not", or one moved turn. docs/rota.md says where the weights come from.
/// </summary>
internal static class Points
{
    /// <summary>Bits behind the binary point.</summary>
    public const int Bits = 20;

    /// <summary>One point.</summary>
    public const long One = 1L << Bits;

    /// <summary>A turn of somebody on one weekday above an even spread.</summary>
    public const long SameWeekday = One / 10;

    /// <summary>A turn of the plan before that moved though its person is able.</summary>
    public const long MovedTurn = One;

    /// <summary>Somebody who lost such a turn.</summary>
    public const long MovedPerson = One;

    /// <summary>A turn more or less than due at the end of a lap, squared, in quarters: worth more than anything that breaking a lap could buy.</summary>
    public const int OffLap = 32;

    /// <summary>The same where somebody is away in the lap, or has another share: it may be completed in the next one.</summary>
    public const int OffOpenLap = 2;

    /// <summary>Turns less than half as far apart as they would be if all came evenly.</summary>
    public const long TooClose = 2 * One;

    /// <summary>One wish point.</summary>
    public const long WishPoint = One / 2;

    /// <summary>The nearest whole number of units.</summary>
    public static long Of(double points) => (long)Math.Round(points * One, MidpointRounding.AwayFromZero);
}
