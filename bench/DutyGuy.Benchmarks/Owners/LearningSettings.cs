namespace DutyGuy.Benchmarks.Owners;

/// <summary>How to learn.</summary>
/// <param name="IntroducerPart">How much of the truth is the introducer's: who broke it is the second best to ask.</param>
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
