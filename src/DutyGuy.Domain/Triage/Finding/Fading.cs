namespace DutyGuy.Domain;

/// <summary>How much of what somebody knew is left after so many days: half of it after a half-life.</summary>
internal sealed class Fading
{
    private const int Longest = 3650;
    private readonly float[] _left = new float[Longest + 1];

    private Fading(double halfLife)
    {
        for (var day = 0; day <= Longest; day++)
            _left[day] = (float)Math.Pow(0.5, day / halfLife);
    }

    public static Fading Now { get; } = new(7);
    public static Fading Month { get; } = new(30);
    public static Fading Season { get; } = new(90);
    public static Fading HalfYear { get; } = new(180);

    public float After(float days) => _left[Math.Clamp((int)days, 0, Longest)];

    /// <summary>Days on a scale on which the first ones count most: 0 today, 1 after two years, 1.2 for never.</summary>
    public static float Age(float days) => (float)(Math.Log(1 + Math.Max(0, days)) / Math.Log(731));

    /// <summary>The days of an <see cref="Age"/>.</summary>
    public static float Days(float age) => MathF.Exp(age * MathF.Log(731)) - 1;

    public const float Never = 1.2f;
}
