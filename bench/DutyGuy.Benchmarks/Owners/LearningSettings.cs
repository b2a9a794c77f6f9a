namespace DutyGuy.Benchmarks.Owners;

/// <summary>How to learn.</summary>
internal sealed record LearningSettings(
    int Trees = 80,
    int Depth = 4,
    float Rate = 0.08f,
    float Sampled = 0.7f,
    float Columns = 0.6f,
    float LeastCurve = 1.5f,
    float Ridge = 3,
    float IntroducerPart = 0
);
