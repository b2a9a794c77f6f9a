using DutyGuy.Domain;

namespace DutyGuy.Web;

/// <summary>The scale of changes: each doubling is as wide as the one before. Pure.</summary>
public sealed record ChangeAxis(int Doublings)
{
    const int Same = 57;
    const int Width = 135;
    const int Most = 6;

    /// <summary>Wide enough for all.</summary>
    public static ChangeAxis Of(IEnumerable<EndpointVerdict> all)
    {
        var most = all.Where(v => v.Metric != "errors").Select(v => v.High).Where(double.IsFinite).Append(0).Max();
        return new(Math.Clamp((int)Math.Ceiling(Math.Log2(1 + most)), 1, Most));
    }

    /// <summary>Changes that are written above: ×1.5 and ×2, or each doubling.</summary>
    public IReadOnlyList<double> Ticks =>
        Doublings == 1 ? [0.5, 1] : [.. Enumerable.Range(1, Doublings).Select(d => Math.Pow(2, d) - 1)];

    public double X(double change) =>
        Math.Round(Math.Clamp(Same + Math.Log2(Math.Max(0.01, 1 + change)) * Width / Doublings, 4, 204), 1);
}
