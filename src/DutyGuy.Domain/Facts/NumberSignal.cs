using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Any figure that was fed: support contacts, requests in production ...</summary>
public sealed record NumberSignal
{
    /// <summary>Order of arrival.</summary>
    public long Id { get; init; }

    /// <summary>Which figure.</summary>
    public required string Name { get; init; }

    /// <summary>Its value.</summary>
    public required double Value { get; init; }

    /// <summary>The server's clock at receipt.</summary>
    public required Instant At { get; init; }

    /// <summary>The error that it belongs to.</summary>
    public long? ErrorId { get; init; }
}
