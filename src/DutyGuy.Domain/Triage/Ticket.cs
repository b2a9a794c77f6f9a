using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Conclusions on an old error, filed in the embedded tracker.</summary>
public sealed record Ticket
{
    /// <summary>Number of the ticket.</summary>
    public long Id { get; init; }

    /// <summary>The error it is about.</summary>
    public required long ErrorId { get; init; }

    /// <summary>The life of the error.</summary>
    public required int Life { get; init; }

    /// <summary>The error's title.</summary>
    public required string Title { get; init; }

    /// <summary>What was found.</summary>
    public required string Text { get; init; }

    /// <summary>Events when it was filed.</summary>
    public required long Events { get; init; }

    /// <summary>Users when it was filed.</summary>
    public required long Users { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
