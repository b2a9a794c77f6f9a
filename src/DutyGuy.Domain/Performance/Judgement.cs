using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What a person says of an endpoint that looks worse after a rollout.</summary>
public sealed record Judgement
{
    /// <summary>Order of the judgements; the last one of an endpoint counts.</summary>
    public long Id { get; init; }

    /// <summary>The rollout.</summary>
    public required long RolloutId { get; init; }

    /// <summary>The endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The metric of the line that was judged.</summary>
    public required string Metric { get; init; }

    /// <summary>Real, noise or unsure.</summary>
    public required JudgementWord Word { get; init; }

    /// <summary>Who owns a real one.</summary>
    public string? Owner { get; init; }

    /// <summary>Who judged.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Whether it is about this line. Of an endpoint that is told by another metric since, the word is open again.</summary>
    public bool IsOf(long rollout, EndpointVerdict line) =>
        RolloutId == rollout && Endpoint == line.Endpoint && Metric == line.Metric;
}

/// <summary>The three judgements.</summary>
public enum JudgementWord
{
    /// <summary>The rollout made it worse.</summary>
    Real,

    /// <summary>It did not.</summary>
    Noise,

    /// <summary>Cannot say.</summary>
    Unsure,
}
