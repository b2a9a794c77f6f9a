namespace DutyGuy.Domain;

/// <summary>
/// The requests of one endpoint as they were read. It is emptied and filled again endpoint by endpoint, so that the
/// memory of a reader does not grow with what it reads.
/// </summary>
public sealed class EndpointRequests
{
    private readonly List<RequestRow> rows = [];
    private readonly List<string> segments = [];
    private int[] bins = new int[1024];
    private float[] weights = new float[1024];
    private int used;

    /// <summary>The endpoint.</summary>
    public string Endpoint { get; private set; } = "";

    /// <summary>True when nothing was added.</summary>
    public bool IsEmpty => rows.Count == 0;

    /// <summary>Requests in all bins.</summary>
    public double Weight
    {
        get
        {
            double weight = 0;
            foreach (var one in weights.AsSpan(0, used))
                weight += one;
            return weight;
        }
    }

    internal IReadOnlyList<RequestRow> Rows => rows;

    internal int Segments => segments.Count;

    /// <summary>Forgets everything and begins with another endpoint.</summary>
    public void Begin(string endpoint)
    {
        Endpoint = endpoint;
        rows.Clear();
        segments.Clear();
        used = 0;
    }

    /// <summary>Adds one minute; its bins follow.</summary>
    /// <param name="time">As <see cref="RolloutFrame.TimeOf"/> counts.</param>
    /// <param name="isNew">Served by the release that was rolled out.</param>
    public void Add(int time, bool isNew, ReadOnlySpan<char> segment, double count, double errors, double sumMs) =>
        rows.Add(new(time, isNew, SegmentOf(segment), (float)count, (float)errors, sumMs, used, used));

    /// <summary>Adds a bin to the minute added last.</summary>
    public void AddBin(int bin, double weight)
    {
        if (used == bins.Length)
        {
            Array.Resize(ref bins, 2 * used);
            Array.Resize(ref weights, 2 * used);
        }
        bins[used] = bin;
        weights[used++] = (float)weight;
        rows[^1] = rows[^1] with { To = used };
    }

    internal ReadOnlySpan<int> BinsOf(RequestRow row) => bins.AsSpan(row.From, row.To - row.From);

    internal ReadOnlySpan<float> WeightsOf(RequestRow row) => weights.AsSpan(row.From, row.To - row.From);

    private int SegmentOf(ReadOnlySpan<char> segment)
    {
        for (var i = 0; i < segments.Count; i++)
            if (segment.SequenceEqual(segments[i]))
                return i;
        segments.Add(segment.ToString());
        return segments.Count - 1;
    }
}

/// <summary>One endpoint, minute, release and segment; `From` to `To` are its bins.</summary>
internal readonly record struct RequestRow(
    int Time,
    bool IsNew,
    int Segment,
    float Count,
    float Errors,
    double SumMs,
    int From,
    int To
);
