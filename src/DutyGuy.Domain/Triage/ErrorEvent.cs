using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One event of an error as it is kept for some days: people's data is not in it.</summary>
public sealed record ErrorEvent
{
    /// <summary>Order of arrival.</summary>
    public long Id { get; init; }

    /// <summary>The error.</summary>
    public required long ErrorId { get; init; }

    /// <summary>Made by the sender; the same event twice counts once.</summary>
    public required string EventId { get; init; }

    /// <summary>The server's clock at receipt.</summary>
    public required Instant At { get; init; }

    /// <summary>Release that raised it.</summary>
    public string? Release { get; init; }

    /// <summary>Compact JSON for the error's page.</summary>
    public required string Json { get; init; }
}
