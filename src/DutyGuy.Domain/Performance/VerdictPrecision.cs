using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How often the verdict was right, by the word of people: of the lines that were judged, how many were real.</summary>
/// <param name="Unsure">Judged so; they count for neither.</param>
/// <param name="Since">Judged from then on.</param>
public sealed record VerdictPrecision(int Real, int Noise, int Unsure, Instant Since)
{
    /// <summary>Eight weeks, as every insight.</summary>
    static readonly Duration Weeks = Duration.FromDays(56);

    /// <summary>Real of real and noise, from 0 to 1; null while nobody said either.</summary>
    public double? Precision => Real + Noise == 0 ? null : (double)Real / (Real + Noise);

    /// <param name="judgements">The last word of each line.</param>
    /// <param name="now">The present.</param>
    public static VerdictPrecision Of(IEnumerable<Judgement> judgements, Instant now)
    {
        var since = now - Weeks;
        var words = judgements.Where(j => j.At >= since).CountBy(j => j.Word).ToDictionary();
        return new(
            words.GetValueOrDefault(JudgementWord.Real),
            words.GetValueOrDefault(JudgementWord.Noise),
            words.GetValueOrDefault(JudgementWord.Unsure),
            since
        );
    }
}
