using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class VerdictPrecisionTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 12, 0);

    [Fact]
    public void Unsure_counts_for_neither_and_what_is_older_than_eight_weeks_not_at_all()
    {
        Judgement[] said =
        [
            Said(JudgementWord.Real, 1),
            Said(JudgementWord.Real, 50),
            Said(JudgementWord.Noise, 3),
            Said(JudgementWord.Unsure, 4),
            Said(JudgementWord.Noise, 57),
        ];
        var right = VerdictPrecision.Of(said, Now);
        (right.Real, right.Noise, right.Unsure).ShouldBe((2, 1, 1));
        right.Precision.ShouldBe(2.0 / 3);
    }

    [Fact]
    public void Nobody_said_anything() =>
        VerdictPrecision.Of([Said(JudgementWord.Unsure, 1)], Now).Precision.ShouldBeNull();

    static Judgement Said(JudgementWord word, int daysAgo) =>
        new()
        {
            RolloutId = daysAgo,
            Endpoint = "GET /search",
            Metric = "mean",
            Word = word,
            By = "mel",
            At = Now - Duration.FromDays(daysAgo),
        };
}
