namespace DutyGuy.Domain;

/// <summary>Shifts of the durations for which the share in the tail is kept, so that large ones are not taken for linear.</summary>
internal static class TailShifts
{
    private const int First = -40;
    private const int Bins = 2;

    public const int Count = 61;

    public static int BinsOf(int k) => First + Bins * k;

    /// <summary>Share at a shift on the scale of the logarithm, between the kept ones.</summary>
    public static double At(float[] shares, double shift)
    {
        var x = Math.Clamp((shift / BinRange.Width - First) / Bins, 0, Count - 1.001);
        var k = (int)x;
        return shares[k] + (x - k) * (shares[k + 1] - shares[k]);
    }
}
