using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What the software and the person say of one holding of a duty.</summary>
public sealed record LogEntry
{
    /// <summary>Number of the entry.</summary>
    public long Id { get; init; }

    /// <summary>The duty.</summary>
    public required string Duty { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Who held the duty.</summary>
    public required string Person { get; init; }

    /// <summary>From when they held it.</summary>
    public required Instant From { get; init; }

    /// <summary>Until when; null while they hold it (a draft).</summary>
    public Instant? To { get; init; }

    /// <summary>What happened, as Markdown, drafted from the facts.</summary>
    public required string Facts { get; init; }

    /// <summary>The first of what happened, as plain text; null on a quiet day.</summary>
    public string? FirstFact { get; init; }

    /// <summary>What was not finished.</summary>
    public IReadOnlyList<UnfinishedLine> NotFinished { get; init; } = [];

    /// <summary>Facts that came after the signature.</summary>
    public string? AfterSigning { get; init; }

    /// <summary>What was odd, in the person's words.</summary>
    public string? Odd { get; init; }

    /// <summary>What to know tomorrow, in the person's words.</summary>
    public string? Tomorrow { get; init; }

    /// <summary>When the person signed.</summary>
    public Instant? SignedAt { get; init; }

    /// <summary>When the software closed it unsigned.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>Who read it, and when.</summary>
    public IReadOnlyDictionary<string, Instant> ReadBy { get; init; } = new Dictionary<string, Instant>();
}
