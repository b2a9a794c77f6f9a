namespace DutyGuy.Domain;

/// <summary>
/// The heat of a search and what it accepts, from tables made by whole numbers and square roots alone: a library's exp or log differs
/// from machine to machine, and with it the plan.
/// </summary>
internal static class Cooling
{
    private const int LogBits = 16;
    private const int Draws = 4096;
    private static readonly int[] MinusLog = Logs();
    private static readonly double[] HalfPowers = Powers();

    /// <summary>The heat at a part (0 to 1) of the way from the first to the last heat, each below the one before by the same factor.</summary>
    public static long HeatAt(double part, long first, int halvings)
    {
        var steps = part * halvings;
        var whole = (int)steps;
        return (long)(first * HalfPowers[(int)((steps - whole) * HalfPowers.Length)]) >> whole;
    }

    /// <summary>How much worse a change may be at this heat: heat x -ln(u) for a drawn u of 12 bits (Metropolis).</summary>
    public static long Allowed(long heat, uint drawn) => heat * MinusLog[drawn & Draws - 1] >> LogBits;

    private static int[] Logs()
    {
        // -ln((2x + 1) / 8192) = ln 2 * (13 - log2(2x + 1)); ln 2 in 1/65536 is 45426.
        var logs = new int[Draws];
        for (var x = 0; x < Draws; x++)
            logs[x] = (int)((13L * (1 << LogBits) - Log2(2 * x + 1)) * 45426 >> LogBits);
        return logs;
    }

    // Digit by digit: squaring doubles the logarithm.
    private static long Log2(int number)
    {
        var whole = System.Numerics.BitOperations.Log2((uint)number);
        var mantissa = (ulong)number << 31 - whole;
        var log = (long)whole << LogBits;
        for (var bit = LogBits - 1; bit >= 0; bit--)
        {
            mantissa = mantissa * mantissa >> 31;
            if (mantissa < 1UL << 32)
                continue;
            mantissa >>= 1;
            log |= 1L << bit;
        }
        return log;
    }

    private static double[] Powers()
    {
        // Square roots are exact to the last bit everywhere (IEEE 754).
        var powers = new double[256];
        Array.Fill(powers, 1.0);
        var root = 0.5;
        for (var bit = 128; bit > 0; bit >>= 1)
        {
            root = Math.Sqrt(root);
            for (var i = 0; i < powers.Length; i++)
                powers[i] *= (i & bit) != 0 ? root : 1;
        }
        return powers;
    }
}
