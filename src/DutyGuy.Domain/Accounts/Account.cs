using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How a person signs in here.</summary>
public sealed record Account
{
    /// <summary>The person's handle.</summary>
    public required string Person { get; init; }

    /// <summary>Hash of the password; null until it is set by a one-time address.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Changes when the password does: ends older sessions.</summary>
    public required string Stamp { get; init; }

    /// <summary>day, night, or null for the system's.</summary>
    public string? Theme { get; init; }

    /// <summary>Single-letter keys are off.</summary>
    public bool KeysOff { get; init; }
}

/// <summary>An address that works once: first sign-in, invitation, lost password.</summary>
public sealed record OneTimeAddress
{
    /// <summary>SHA-256 of the secret in the address.</summary>
    public required string Hash { get; init; }

    /// <summary>For whom; null for the first person of an empty installation.</summary>
    public string? Person { get; init; }

    /// <summary>Signs in at once without a password (the demo alone).</summary>
    public bool SignsIn { get; init; }

    /// <summary>Until when.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>When it was used.</summary>
    public Instant? UsedAt { get; init; }
}

/// <summary>A program's way in; what is done with it is done by its person.</summary>
public sealed record ApiToken
{
    /// <summary>Number of the token.</summary>
    public long Id { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required string Hash { get; init; }

    /// <summary>What it may do.</summary>
    public required Role Role { get; init; }

    /// <summary>In whose name; null for a program of its own.</summary>
    public string? Person { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was withdrawn.</summary>
    public Instant? WithdrawnAt { get; init; }
}

/// <summary>A key that opens one wall, read-only.</summary>
public sealed record WallKey
{
    /// <summary>Number of the key.</summary>
    public long Id { get; init; }

    /// <summary>Where the wall hangs.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was withdrawn.</summary>
    public Instant? WithdrawnAt { get; init; }
}

/// <summary>One write: who did what, when, and how it went.</summary>
public sealed record AuditRow
{
    /// <summary>Order.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who: a handle, or the token's name.</summary>
    public required string By { get; init; }

    /// <summary>Method and path.</summary>
    public required string What { get; init; }

    /// <summary>Status of the answer.</summary>
    public required int Status { get; init; }
}
