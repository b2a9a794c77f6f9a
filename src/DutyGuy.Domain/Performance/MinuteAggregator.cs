using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// Collects timings and gives the minutes that are over. An accumulator: not for use from several threads at once.
/// A timing that comes after its minute was taken makes a second row of that minute; the reader adds them up.
/// </summary>
public sealed class MinuteAggregator
{
    /// <summary>Where further endpoints go when a sender invents names without end.</summary>
    public const string Rest = "(other)";

    private const int MostRows = 50_000;
    private readonly Dictionary<Key, Row> rows = [];

    /// <summary>Rows not taken yet.</summary>
    public int Waiting => rows.Count;

    /// <summary>Adds one request; an unknown sample rate counts as 1 and is remembered.</summary>
    public void Add(string service, Timing timing, string segment = "-")
    {
        var minute = EndpointMinute.BeginOf(timing.At);
        var key = new Key(service, timing.Environment, timing.Endpoint, timing.Release ?? "", segment, minute);
        if (rows.Count >= MostRows && !rows.ContainsKey(key))
            key = key with { Endpoint = Rest };
        if (!rows.TryGetValue(key, out var row))
            rows[key] = row = new Row();
        row.Add(timing);
    }

    /// <summary>Takes the minutes that ended at least `patience` before `now`, oldest first.</summary>
    public IReadOnlyList<EndpointMinute> TakeFinished(Instant now, Duration patience = default) =>
        Take(rows.Keys.Where(k => k.Minute + Duration.FromMinutes(1) + patience <= now));

    /// <summary>Takes everything, the running minute too (at the end of the program).</summary>
    public IReadOnlyList<EndpointMinute> TakeAll() => Take(rows.Keys);

    private List<EndpointMinute> Take(IEnumerable<Key> keys)
    {
        var taken = keys.OrderBy(k => k.Minute).ThenBy(k => k.Endpoint, StringComparer.Ordinal).ToList();
        return taken.ConvertAll(key => rows.Remove(key, out var row) ? row.At(key) : throw new KeyNotFoundException());
    }

    private sealed record Key(
        string Service,
        string Environment,
        string Endpoint,
        string Release,
        string Segment,
        Instant Minute
    );

    private sealed class Row
    {
        private readonly DurationHistogram histogram = new();
        private double errors;
        private bool told = true;

        public void Add(Timing timing)
        {
            var weight = timing.Weight ?? 1;
            histogram.Add(timing.DurationMs, weight);
            errors += timing.Failed ? weight : 0;
            told &= timing.Weight is not null;
        }

        public EndpointMinute At(Key key) =>
            new()
            {
                Service = key.Service,
                Environment = key.Environment,
                Endpoint = key.Endpoint,
                Release = key.Release,
                Segment = key.Segment,
                Minute = key.Minute,
                Count = histogram.Count,
                Errors = errors,
                SumMs = histogram.Sum,
                Histogram = histogram,
                CountIsTrue = told,
            };
    }
}
