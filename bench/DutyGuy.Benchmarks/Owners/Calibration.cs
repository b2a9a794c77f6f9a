using System.Globalization;
using DutyGuy.Domain;

namespace DutyGuy.Benchmarks.Owners;

/// <summary>Whether the probability of the first one named is what it says.</summary>
static class Calibration
{
    const int Bins = 10;

    /// <summary>The heat under which the truth is likeliest, by trying.</summary>
    public static float Heat(IReadOnlyList<(LearningCase Case, float[] Scores)> answers) =>
        Enumerable
            .Range(10, 21)
            .Select(tenths => tenths / 15f)
            .MaxBy(heat =>
                answers.Where(a => a.Case.Fixer >= 0).Sum(a => Math.Log(Probability(a, a.Case.Fixer, heat) + 1e-9))
            );

    /// <summary>Prints ten bins and the expected calibration error; gives the error.</summary>
    public static double Print(
        IReadOnlyList<(LearningCase Case, float[] Scores)> answers,
        float heat,
        TextWriter output
    )
    {
        var firsts = answers
            .Select(a => (Place: Array.IndexOf(a.Scores, a.Scores.Max()), Answer: a))
            .Select(a => (P: Probability(a.Answer, a.Place, heat), Hit: a.Place == a.Answer.Case.Fixer))
            .ToList();
        var error = 0.0;
        output.WriteLine("probability   cases   said    was");
        foreach (var bin in firsts.GroupBy(f => Math.Min(Bins - 1, (int)(f.P * Bins))).OrderBy(bin => bin.Key))
        {
            var (said, was) = (bin.Average(f => f.P), bin.Average(f => f.Hit ? 1.0 : 0));
            error += Math.Abs(said - was) * bin.Count() / firsts.Count;
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{bin.Key / 10.0:0.0} to {(bin.Key + 1) / 10.0:0.0}  {bin.Count(), 6}  {said:0.000}  {was:0.000}"
                )
            );
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"expected calibration error {error:0.000}"));
        return error;
    }

    static double Probability((LearningCase Case, float[] Scores) answer, int place, float heat) =>
        new OwnerModel([], heat).Probabilities(answer.Scores)[place];
}
