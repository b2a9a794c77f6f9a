using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A few minutes of one endpoint put together.</summary>
internal sealed class Block
{
    public double Count { get; private set; }
    public double Errors { get; private set; }
    public double SumMs { get; private set; }
    public DurationHistogram Histogram { get; } = new();

    public void Add(EndpointMinute minute)
    {
        Count += minute.Count;
        Errors += minute.Errors;
        SumMs += minute.SumMs;
        Histogram.Merge(minute.Histogram);
    }
}

/// <summary>The four windows (before, after, and both of the day before) in blocks of equal length.</summary>
internal sealed class Windows
{
    /// <summary>Sides in this order: before, after, before and after of yesterday.</summary>
    public const int Sides = 4;

    private const int Longest = 10;
    private readonly Dictionary<string, SortedDictionary<int, Block>[]> blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Block[]> wholes = new(StringComparer.Ordinal);

    public int BlockMinutes { get; private init; }

    public IEnumerable<string> Endpoints => blocks.Keys;

    public SortedDictionary<int, Block>[] BlocksOf(string endpoint) => blocks[endpoint];

    public Block Whole(string endpoint, int side) => wholes[endpoint][side];

    public (double Before, double After) Counts(string endpoint) =>
        (Whole(endpoint, 0).Count, Whole(endpoint, 1).Count);

    public double MeanBefore(string endpoint) => Whole(endpoint, 0).SumMs / Whole(endpoint, 0).Count;

    public static Windows Of(
        IReadOnlyCollection<EndpointMinute> before,
        IReadOnlyCollection<EndpointMinute> after,
        IReadOnlyCollection<EndpointMinute> dayBefore
    )
    {
        var start = after.Min(m => m.Minute);
        var minutes = (int)(after.Max(m => m.Minute) - start).TotalMinutes + 1;
        // Nine blocks after the rollout, if it is long enough ago; a young one has shorter blocks.
        var length = Math.Clamp(minutes / 9, 1, Longest);
        var windows = new Windows { BlockMinutes = length };
        windows.Add(before, 0, start, length);
        windows.Add(after, 1, start, length);
        var yesterday = start - Duration.FromDays(1);
        windows.Add(dayBefore.Where(m => m.Minute < yesterday), 2, yesterday, length);
        windows.Add(dayBefore.Where(m => m.Minute >= yesterday), 3, yesterday, length);
        return windows;
    }

    private void Add(IEnumerable<EndpointMinute> minutes, int side, Instant start, int length)
    {
        foreach (var minute in minutes)
        {
            if (!blocks.TryGetValue(minute.Endpoint, out var sides))
            {
                blocks[minute.Endpoint] = sides = Enumerable
                    .Range(0, Sides)
                    .Select(_ => new SortedDictionary<int, Block>())
                    .ToArray();
                wholes[minute.Endpoint] = Enumerable.Range(0, Sides).Select(_ => new Block()).ToArray();
            }
            var index = (int)Math.Floor((minute.Minute - start).TotalMinutes / length);
            if (!sides[side].TryGetValue(index, out var block))
                sides[side][index] = block = new Block();
            block.Add(minute);
            wholes[minute.Endpoint][side].Add(minute);
        }
    }
}
