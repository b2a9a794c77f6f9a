using NodaTime;

namespace DutyGuy.Domain.Tests.Performance;

/// <summary>Made-up minutes: log-normal durations, each endpoint and the platform with noise that remembers the last minute.</summary>
internal sealed class Traffic(int seed, int endpoints, int requestsAMinute)
{
    private const double Memory = 0.9;
    private readonly Random random = new(seed);

    public static Instant Rollout { get; } = Instant.FromUtc(2026, 11, 23, 16, 0);

    /// <summary>Minutes from `from` to `to` (relative to the rollout), `slower` gives the factor of an endpoint.</summary>
    public List<EndpointMinute> Minutes(int from, int to, Func<int, double> slower, Func<int, double>? failing = null)
    {
        var minutes = new List<EndpointMinute>();
        var (own, platform) = (new double[endpoints], 0.0);
        for (var minute = from; minute < to; minute++)
        {
            platform = Next(platform, 0.03);
            for (var e = 0; e < endpoints; e++)
            {
                own[e] = Next(own[e], 0.03);
                var level = (20 + e) * slower(e) * Math.Exp(platform + own[e]);
                minutes.Add(Minute(e, minute, level, failing?.Invoke(e) ?? 0.001));
            }
        }
        return minutes;
    }

    private EndpointMinute Minute(int endpoint, int minute, double level, double failing)
    {
        var (histogram, errors) = (new DurationHistogram(), 0);
        for (var i = 0; i < requestsAMinute; i++)
        {
            histogram.Add(level * Math.Exp(0.5 * Normal()));
            errors += random.NextDouble() < failing ? 1 : 0;
        }
        return new EndpointMinute
        {
            Service = "shop",
            Environment = "production",
            Endpoint = $"GET /{endpoint}",
            Minute = Rollout + Duration.FromMinutes(minute),
            Count = requestsAMinute,
            Errors = errors,
            SumMs = histogram.Sum,
            Histogram = histogram,
        };
    }

    private double Next(double last, double deviation) =>
        Memory * last + Math.Sqrt(1 - Memory * Memory) * deviation * Normal();

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
