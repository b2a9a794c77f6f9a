using NodaTime;

namespace DutyGuy.Domain.Tests;

/// <summary>Comparisons of the last rollout as the store finds them.</summary>
internal static class Comparisons
{
    public static RolloutComparison Of(Compared found, params string[] slower) =>
        new(
            7,
            new Interval(Known.At(7), Known.At(8)),
            new Interval(Known.At(8), Known.At(9)),
            [
                .. slower.Select(e => new EndpointVerdict(
                    e,
                    "p95",
                    100,
                    200,
                    1,
                    0.8,
                    1.2,
                    true,
                    "regressed",
                    "It doubled"
                )),
            ],
            slower.Length,
            $"{found}."
        )
        {
            Found = found,
        };

    public static Judgement Judged(string endpoint, JudgementWord word, string? owner = null) =>
        new()
        {
            RolloutId = 7,
            Endpoint = endpoint,
            Metric = "p95",
            Word = word,
            Owner = owner,
            By = "ann",
            At = Known.At(9),
        };
}
