using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Web.Components;

/// <summary>What every page shows around its own words, and the facts that it is a function of.</summary>
public sealed record FrameModel
{
    /// <summary>Who looks.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The moment of the page.</summary>
    public required Instant Now { get; init; }

    /// <summary>Zone in which times are said: the duty's.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The facts of each duty, by name; empty on a new server.</summary>
    public IReadOnlyList<DutyFacts> Duties { get; init; } = [];

    /// <summary>The board of each duty, in the same order.</summary>
    public IReadOnlyList<Board> Boards { get; init; } = [];

    /// <summary>The alarms of rollouts, each with its duty; said above every page.</summary>
    public IReadOnlyList<(RolloutAlarm Alarm, DutyFacts Facts)> Alarms { get; init; } = [];

    /// <summary>The duties that cannot go on until somebody mends them.</summary>
    public IReadOnlyList<StandingStill> StandingStill { get; init; } = [];

    /// <summary>Who is on duty, duty by duty.</summary>
    public IReadOnlyList<OnDutyChip> OnDuty { get; init; } = [];

    /// <summary>What stands beside the names of the pages.</summary>
    public NavCounts Counts { get; init; } = new();

    /// <summary>Anti-forgery token of the forms.</summary>
    public string Token { get; init; } = "";

    /// <summary>Number of changes so far; the page looks again when it grows.</summary>
    public long Beat { get; init; }

    /// <summary>What the press just before did, said once.</summary>
    public string? Done { get; init; }

    /// <summary>The clock is set through the API.</summary>
    public bool TestClock { get; init; }

    /// <summary>People one may act as; empty outside the demo.</summary>
    public IReadOnlyList<Person> ActAs { get; init; } = [];

    /// <summary>light, dark, or null for the system's.</summary>
    public string? Theme { get; init; }

    /// <summary>Single keys work.</summary>
    public bool Keys { get; init; } = true;

    /// <summary>Everybody ever known, by handle.</summary>
    public IReadOnlyDictionary<string, Person> People { get; init; } = new Dictionary<string, Person>();

    /// <summary>Today in the zone.</summary>
    public LocalDate Today => Now.InZone(Zone).Date;

    /// <summary>The duties, the eldest first: a choice among them does not change when one is added or renamed.</summary>
    public IEnumerable<DutyFacts> ByAge =>
        Duties.OrderBy(d => d.Duty.CreatedAt).ThenBy(d => d.Duty.Id, StringComparer.Ordinal);

    /// <summary>The duty whose board is shown first: the one that the caller is on, else the eldest they are in.</summary>
    public DutyFacts? Mine =>
        ByAge.FirstOrDefault(d => d.OnDuty.Person is { } person && person == Caller.Person)
        ?? ByAge.FirstOrDefault(d => d.Rota.Members.Any(m => m.Handle == Caller.Person))
        ?? ByAge.FirstOrDefault();

    /// <summary>The board of <see cref="Mine"/>.</summary>
    public Board? MyBoard => Mine is { } mine ? BoardOf(mine) : null;

    /// <summary>The board of a duty.</summary>
    public Board BoardOf(DutyFacts duty) => Boards[Duties.ToList().IndexOf(duty)];

    /// <summary>The names of all duties inside a sentence, one's own first.</summary>
    public string DutyWords => Say.List(OnDuty.Select(c => Say.DutyWord(c.DutyName)));

    /// <summary>The name of a duty inside a sentence.</summary>
    public string DutyWord(string id) => Say.DutyWord(OnDuty.FirstOrDefault(c => c.Duty == id)?.DutyName ?? id);

    /// <summary>What colleagues call somebody.</summary>
    public string Name(string? handle) => handle is null ? "nobody" : FirstNames.Of(People, handle);

    /// <summary>The name, or "you".</summary>
    public string You(string? handle) => handle is not null && handle == Caller.Person ? "you" : Name(handle);

    public string Time(Instant at) => Say.Time(at, Zone);

    public string When(Instant at) => Say.When(at, Now, Zone);

    public string Age(Instant since) => Say.Age(Now - since);
}

/// <summary>One chip: who holds which duty until when. Person null: nobody.</summary>
public sealed record OnDutyChip(string Duty, string DutyName, string? Person, Instant? Until);

/// <summary>A duty whose passes break: what it is called, why, and what to do.</summary>
public sealed record StandingStill(string Duty, string Name, string Why);

/// <summary>True counts beside the names of the pages; null shows nothing.</summary>
public sealed record NavCounts(
    string? Today = null,
    string? Triage = null,
    string? Performance = null,
    string? Rollout = null,
    string? Log = null
);
