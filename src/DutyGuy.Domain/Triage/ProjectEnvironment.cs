using NodaTime;

namespace DutyGuy.Domain;

/// <summary>An environment from which a project ever sent something.</summary>
public sealed record ProjectEnvironment(int Project, string Environment, Instant FirstSeen)
{
    /// <summary>Whether response times came too.</summary>
    public bool Timings { get; init; }
}
