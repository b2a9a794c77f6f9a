namespace DutyGuy.Domain;

/// <summary>The logarithmic bins as array places; what lies outside is put to the border.</summary>
internal static class BinRange
{
    private const int First = -180;

    public const int Count = 720;

    /// <summary>Width of a bin on the scale of the natural logarithm.</summary>
    public static readonly double Width = Math.Log(DurationHistogram.Gamma);

    private static readonly double[] Representatives = Enumerable
        .Range(First, Count)
        .Select(DurationHistogram.Representative)
        .ToArray();

    public static int PlaceOf(int bin) => Math.Clamp(bin - First, 0, Count - 1);

    public static double Ms(int place) => Representatives[place];
}
