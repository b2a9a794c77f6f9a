using System.Globalization;
using System.Text;

namespace DutyGuy.Domain;

/// <summary>
/// Durations in logarithmic bins: bin b holds gamma^(b-1) &lt; ms &lt;= gamma^b; its representative value is at most 2 % off.
/// An accumulator: not for use from several threads at once.
/// </summary>
public sealed class DurationHistogram
{
    /// <summary>Ratio of one bin to the next.</summary>
    public const double Gamma = 1.04;

    private const double Shortest = 0.001;
    private const double Longest = 1e9;
    private static readonly double LogGamma = Math.Log(Gamma);
    private readonly SortedDictionary<int, double> bins = [];

    /// <summary>Weight of all durations; a whole number when each has the weight 1.</summary>
    public double Count { get; private set; }

    /// <summary>Total in milliseconds; after <see cref="Parse"/> from the representatives.</summary>
    public double Sum { get; private set; }

    /// <summary>Mean in milliseconds; NaN when empty.</summary>
    public double Mean => Sum / Count;

    /// <summary>Bins in order with their weight.</summary>
    public IEnumerable<KeyValuePair<int, double>> Bins => bins;

    /// <summary>The bin of a duration.</summary>
    public static int BinOf(double ms)
    {
        ms = Math.Clamp(ms, Shortest, Longest);
        var bin = (int)Math.Ceiling(Math.Log(ms) / LogGamma);
        // The logarithm is off by one unit in the last place at some borders.
        if (Math.Pow(Gamma, bin - 1) >= ms)
            return bin - 1;
        return Math.Pow(Gamma, bin) < ms ? bin + 1 : bin;
    }

    /// <summary>The duration in milliseconds that stands for a bin.</summary>
    public static double Representative(int bin) => 2 * Math.Pow(Gamma, bin) / (Gamma + 1);

    /// <summary>Adds a duration; NaN and less than nothing count as nothing.</summary>
    public void Add(double ms, double weight = 1)
    {
        ms = ms > 0 ? Math.Min(ms, Longest) : 0;
        AddBin(BinOf(ms), weight, ms * weight);
    }

    /// <summary>Adds all durations of another one.</summary>
    public void Merge(DurationHistogram other)
    {
        foreach (var (bin, weight) in other.bins)
            AddBin(bin, weight, 0);
        Sum += other.Sum;
    }

    /// <summary>The duration which the share `q` (0 to 1) does not exceed; NaN when empty.</summary>
    public double Quantile(double q)
    {
        double seen = 0;
        // A tiny slack: sums of weights such as 1/0.3 are not exact.
        var need = q * Count * (1 - 1e-12);
        foreach (var (bin, weight) in bins)
            if ((seen += weight) >= need)
                return Representative(bin);
        return double.NaN;
    }

    /// <summary>`bin:count` separated by blanks, `:count` left out when 1.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (bin, weight) in bins)
        {
            text.Append(text.Length > 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{bin}");
            if (Math.Abs(weight - 1) > 1e-9)
                text.Append(CultureInfo.InvariantCulture, $":{weight:0.###}");
        }
        return text.ToString();
    }

    /// <summary>Reads the text form; throws <see cref="FormatException"/> that names the wrong piece.</summary>
    public static DurationHistogram Parse(ReadOnlySpan<char> text)
    {
        var histogram = new DurationHistogram();
        foreach (var range in text.Split(' '))
            if (!text[range].IsEmpty)
                histogram.AddPiece(text[range]);
        return histogram;
    }

    private void AddPiece(ReadOnlySpan<char> piece)
    {
        var colon = piece.IndexOf(':');
        var weight = 1.0;
        var good =
            int.TryParse(colon < 0 ? piece : piece[..colon], CultureInfo.InvariantCulture, out var bin)
            && Math.Abs(bin) <= 1000
            && (colon < 0 || double.TryParse(piece[(colon + 1)..], CultureInfo.InvariantCulture, out weight))
            && weight is > 0 and < 1e15;
        if (!good)
            throw new FormatException($"'{piece}' is not a bin: write bin:count, or bin alone for one request");
        AddBin(bin, weight, weight * Representative(bin));
    }

    private void AddBin(int bin, double weight, double sum)
    {
        bins[bin] = bins.GetValueOrDefault(bin) + weight;
        Count += weight;
        Sum += sum;
    }
}
