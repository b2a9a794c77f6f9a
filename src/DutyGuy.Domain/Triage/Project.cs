using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A program that sends errors and timings by an official Sentry SDK.</summary>
public sealed record Project
{
    /// <summary>A number, since the SDKs refuse other addresses.</summary>
    public int Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The public key in its address.</summary>
    public required string Key { get; init; }

    /// <summary>Secret with which its users are hashed, so that they can be counted and not be named; never shown.</summary>
    public string UserSecret { get; init; } = "";

    /// <summary>The repository that it is built from.</summary>
    public string? Repository { get; init; }

    /// <summary>When it was set up.</summary>
    public required Instant CreatedAt { get; init; }
}
