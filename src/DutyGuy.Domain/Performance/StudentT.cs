namespace DutyGuy.Domain;

/// <summary>Student's t by Wallace's approximation to the normal (good to a few per cent far into the tail).</summary>
internal static class StudentT
{
    /// <summary>Chance of a value above t.</summary>
    public static double Above(double t, double freedom)
    {
        var z = Math.Sqrt(freedom * Math.Log(1 + t * t / freedom)) * (8 * freedom + 1) / (8 * freedom + 3);
        return NormalAbove(Math.CopySign(z, t));
    }

    /// <summary>Half the width of the 95 % interval in standard deviations.</summary>
    public static double Reach(double freedom)
    {
        var z = 1.96 * (8 * freedom + 3) / (8 * freedom + 1);
        return Math.Sqrt(freedom * (Math.Exp(z * z / freedom) - 1));
    }

    // Complementary error function, relative error below 1.2e-7 (Numerical Recipes, erfcc).
    private static double NormalAbove(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + 0.5 * x);
        double[] c =
        [
            -1.26551223,
            1.00002368,
            0.37409196,
            0.09678418,
            -0.18628806,
            0.27886807,
            -1.13520398,
            1.48851587,
            -0.82215223,
            0.17087277,
        ];
        var sum = c.Reverse().Aggregate(0.0, (s, a) => s * t + a);
        var erfc = t * Math.Exp(-x * x + sum);
        return z >= 0 ? erfc / 2 : 1 - erfc / 2;
    }
}
