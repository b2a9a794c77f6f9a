using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One request that was served. `DurationMs` in milliseconds, `Failed` = answered with 5xx.</summary>
/// <param name="Endpoint">Route with its method, ids taken out: `GET /doctors/{id}`.</param>
/// <param name="At">End of the request by the server's clock.</param>
/// <param name="Weight">Requests it stands for (1 / sample rate); null = sampled at an unknown rate.</param>
public sealed record Timing(
    string Endpoint,
    string Environment,
    string? Release,
    Instant At,
    double DurationMs,
    bool Failed,
    double? Weight
);
