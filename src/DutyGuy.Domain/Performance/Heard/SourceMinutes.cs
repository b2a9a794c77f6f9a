using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What is known of a source in one minute.</summary>
public enum Heard
{
    /// <summary>Nothing was heard of it: no word about its requests.</summary>
    Missing,

    /// <summary>It was heard, and served nobody.</summary>
    Zero,

    /// <summary>It served somebody.</summary>
    Requests,
}

/// <summary>The minutes of one source: a project in one environment that sends, or a connection that is asked.</summary>
public sealed record SourceMinutes
{
    /// <summary>Minutes within which a word of a project that sends counts as heard: its own and those before.</summary>
    public const int Patience = 3;

    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>It is asked for each minute, and answers with zeros where nobody came.</summary>
    public bool Polled { get; init; }

    /// <summary>Whole minutes that its figures usually come later than they were measured.</summary>
    public int Delay { get; init; }

    /// <summary>Requests by minute; a minute that was told with none is there.</summary>
    public required IReadOnlyDictionary<Instant, double> Told { get; init; }

    /// <summary>Minutes in which anything else of it came: an error.</summary>
    public IReadOnlySet<Instant> Signs { get; init; } = new HashSet<Instant>();

    /// <summary>How it was heard in a minute.</summary>
    public Heard At(Instant minute) =>
        Told.TryGetValue(minute, out var count) && count > 0 ? Heard.Requests
        : IsHeard(minute) ? Heard.Zero
        : Heard.Missing;

    /// <summary>The end of the last minute before an instant in which anything came of it; null when none did.</summary>
    public Instant? LastBefore(Instant end) =>
        Told.Keys.Concat(Signs).Where(m => m < end).Select(m => (Instant?)(m + Minute)).Max();

    bool IsHeard(Instant minute) =>
        Polled
            ? Told.ContainsKey(minute)
            : Enumerable
                .Range(0, Patience)
                .Any(ago => Told.ContainsKey(minute - ago * Minute) || Signs.Contains(minute - ago * Minute));
}
