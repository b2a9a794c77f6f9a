using MathNet.Numerics.Distributions;

namespace DutyGuy.Domain;

/// <summary>
/// What a duration is worth: its normal score under the durations the endpoint had before (van der Waerden), so that a
/// single request of a minute moves nothing and the best location test for log-normal mixtures comes out. The histogram
/// is smoothed by a Gaussian kernel whose width falls with the number of requests (Silverman's rule).
/// </summary>
internal sealed class ScoreTable
{
    private const double TailFrom = 0.97;
    private const double PriorRequests = 10;

    private readonly double[] scores = new double[BinRange.Count];
    private readonly int cut;

    public ScoreTable(double[] histogram)
    {
        var total = histogram.Sum();
        var density = Smoothed(histogram, total);
        var below = 0.0;
        var edge = 0.5 / (total + 30);
        cut = BinRange.Count;
        for (var i = 0; i < density.Length; i++)
        {
            var middle = Math.Clamp(below + density[i] / 2, edge, 1 - edge);
            scores[i] = Normal.InvCDF(0, 1, middle);
            below += density[i];
            if (below >= TailFrom && cut == BinRange.Count)
                cut = i + 1;
            if (i >= cut)
                TailShare += density[i];
        }
        Slope = SlopeOf(density);
        TailDensity = TailSlope(density);
        FillShifts(density);
        (Mean, Variance) = Moments(histogram, total);
    }

    /// <summary>How much the mean score moves when all durations grow by one unit of the logarithm.</summary>
    public double Slope { get; }

    public double Mean { get; }

    /// <summary>Variance of the score of one request.</summary>
    public double Variance { get; }

    public double TailShare { get; }

    /// <summary>How much the share in the tail grows when all durations grow by one unit of the logarithm.</summary>
    public double TailDensity { get; }

    public double ScoreOf(int place) => scores[Math.Clamp(place, 0, BinRange.Count - 1)];

    public bool IsTail(int place) => place >= cut;

    /// <summary>The share in the tail when all durations grow by -40 to 80 bins, every two bins.</summary>
    public float[] TailAtShift { get; } = new float[TailShifts.Count];

    private double SlopeOf(double[] density)
    {
        var slope = 0.0;
        for (var i = 1; i < density.Length - 1; i++)
            slope += density[i] * (scores[i + 1] - scores[i - 1]) / (2 * BinRange.Width);
        return Math.Max(slope, 0.2);
    }

    private void FillShifts(double[] density)
    {
        var above = new double[density.Length + 1];
        for (var i = density.Length - 1; i >= 0; i--)
            above[i] = above[i + 1] + density[i];
        for (var k = 0; k < TailAtShift.Length; k++)
            TailAtShift[k] = (float)above[Math.Clamp(cut - TailShifts.BinsOf(k), 0, density.Length)];
    }

    private double TailSlope(double[] density)
    {
        var around = 0.0;
        for (var i = Math.Max(0, cut - 3); i < Math.Min(BinRange.Count, cut + 3); i++)
            around += density[i];
        return around / (6 * BinRange.Width);
    }

    private (double Mean, double Variance) Moments(double[] histogram, double total)
    {
        double sum = 0,
            squares = PriorRequests;
        for (var i = 0; i < histogram.Length; i++)
        {
            sum += histogram[i] * scores[i];
            squares += histogram[i] * scores[i] * scores[i];
        }
        return (sum / total, squares / (total + PriorRequests));
    }

    private static double[] Smoothed(double[] histogram, double total)
    {
        double sum = 0,
            squares = 0;
        for (var i = 0; i < histogram.Length; i++)
            sum += histogram[i] * i;
        var mean = sum / total;
        for (var i = 0; i < histogram.Length; i++)
            squares += histogram[i] * (i - mean) * (i - mean);
        // Ten requests of an ordinary spread (a factor of two up or down) are known of every endpoint.
        var deviation = Math.Sqrt((squares + PriorRequests * 250) / (total + PriorRequests));
        var width = Math.Max(0.8, 0.9 * deviation * Math.Pow(total, -0.2));
        return Blurred(histogram, width, total);
    }

    private static double[] Blurred(double[] histogram, double width, double total)
    {
        var reach = (int)Math.Ceiling(4 * width);
        var kernel = new double[2 * reach + 1];
        for (var k = -reach; k <= reach; k++)
            kernel[k + reach] = Math.Exp(-0.5 * k * k / (width * width));
        var norm = kernel.Sum() * total;
        var blurred = new double[histogram.Length];
        for (var i = 0; i < histogram.Length; i++)
            if (histogram[i] > 0)
                for (var k = -reach; k <= reach; k++)
                    blurred[Math.Clamp(i + k, 0, histogram.Length - 1)] += histogram[i] * kernel[k + reach] / norm;
        return blurred;
    }
}
