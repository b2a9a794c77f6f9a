using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One question to one person: is this yours?</summary>
public sealed record Poke
{
    /// <summary>Number of the poke; its page is <c>/pokes/{id}</c>.</summary>
    public long Id { get; init; }

    /// <summary>The error asked about; null when it is about a commit that broke main.</summary>
    public long? ErrorId { get; init; }

    /// <summary>The life of the error.</summary>
    public int Life { get; init; }

    /// <summary>The commit asked about, when it is not an error.</summary>
    public string? Commit { get; init; }

    /// <summary>Who is asked.</summary>
    public required string Person { get; init; }

    /// <summary>In whose name.</summary>
    public required string By { get; init; }

    /// <summary>Why them, in words.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Two working hours of the person later: silence counts as "not me" from here.</summary>
    public required Instant AnswerBy { get; init; }

    /// <summary>What they said.</summary>
    public PokeAnswer? Answer { get; init; }

    /// <summary>When they said it.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>Whom they named instead.</summary>
    public string? Who { get; init; }
}

/// <summary>Answers to a poke.</summary>
public enum PokeAnswer
{
    /// <summary>It is mine.</summary>
    Taken,

    /// <summary>Somebody else's.</summary>
    NotMe,

    /// <summary>Mine, later today.</summary>
    Later,

    /// <summary>Two working hours of silence, counted as "not me".</summary>
    Silence,

    /// <summary>Nobody waits for an answer any more: the error is another one's now.</summary>
    Withdrawn,
}
