namespace DutyGuy.Domain;

/// <summary>The noise of an endpoint beside chance: it remembers the share `Memory` of itself from minute to minute.</summary>
internal static class NoiseModel
{
    /// <summary>Standard deviations that are weighed against each other, on the scale of the logarithm.</summary>
    public static readonly double[] Levels = [0.003, 0.008, 0.015, 0.025, 0.04, 0.07, 0.13, 0.3];

    public static readonly double[] Memories = [0.7, 0.8, 0.85, 0.9, 0.93, 0.96];

    public const double UsualMemory = 0.9;
}
