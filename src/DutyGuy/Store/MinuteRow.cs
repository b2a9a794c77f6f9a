using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>One minute of one endpoint as it is kept; the histogram in its compact text form.</summary>
public sealed record MinuteRow
{
    public required int Project { get; init; }
    public required string Environment { get; init; }
    public required Instant Minute { get; init; }
    public required string Endpoint { get; init; }
    public required string Release { get; init; }
    public required string Segment { get; init; }
    public required double Count { get; init; }
    public required double Errors { get; init; }
    public required double SumMs { get; init; }
    public required string Histogram { get; init; }
    public required bool CountIsTrue { get; init; }

    public static MinuteRow Of(int project, EndpointMinute minute) =>
        new()
        {
            Project = project,
            Environment = minute.Environment,
            Minute = minute.Minute,
            Endpoint = minute.Endpoint,
            Release = minute.Release,
            Segment = minute.Segment,
            Count = minute.Count,
            Errors = minute.Errors,
            SumMs = minute.SumMs,
            Histogram = minute.Histogram.ToString(),
            CountIsTrue = minute.CountIsTrue,
        };

    /// <summary>The same minute with more requests in it.</summary>
    public MinuteRow Plus(EndpointMinute more)
    {
        var histogram = DurationHistogram.Parse(Histogram);
        histogram.Merge(more.Histogram);
        return this with
        {
            Count = Count + more.Count,
            Errors = Errors + more.Errors,
            SumMs = SumMs + more.SumMs,
            Histogram = histogram.ToString(),
            CountIsTrue = CountIsTrue && more.CountIsTrue,
        };
    }

    public EndpointMinute ToMinute() =>
        new()
        {
            Service = Project.ToString(),
            Environment = Environment,
            Endpoint = Endpoint,
            Release = Release,
            Segment = Segment,
            Minute = Minute,
            Count = Count,
            Errors = Errors,
            SumMs = SumMs,
            Histogram = DurationHistogram.Parse(Histogram),
            CountIsTrue = CountIsTrue,
        };
}
