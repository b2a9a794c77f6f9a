namespace DutyGuy.Benchmarks.Owners;

/// <summary>An error of the yardstick with the evidence of its people and who it was: -1 when nobody of the table was.</summary>
internal sealed record LearningCase(
    string Id,
    string Repository,
    float[][] Rows,
    int[] People,
    int Fixer,
    int Introducer,
    double Milliseconds
);
