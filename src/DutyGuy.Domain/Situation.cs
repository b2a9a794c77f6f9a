using System.Collections.Frozen;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Everything that a playbook can ask about one moment of one duty.</summary>
public sealed record Situation
{
    private static readonly IReadOnlySet<string> None = FrozenSet<string>.Empty;

    /// <summary>The moment.</summary>
    public required Instant Now { get; init; }

    /// <summary>The zone of the duty.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Whether somebody is on duty; if not, nothing is to do.</summary>
    public bool OnDuty { get; init; } = true;

    /// <summary>Whether today is a working day of the duty.</summary>
    public bool WorkingDay { get; init; } = true;

    /// <summary>The state of main over all its pipelines.</summary>
    public MainColour Main { get; init; } = MainColour.Unknown;

    /// <summary>Since when main cannot be seen, if it cannot.</summary>
    public Instant? MainUnseenSince { get; init; }

    /// <summary>The errors that the trackers hold.</summary>
    public IReadOnlyList<ErrorInSituation> Errors { get; init; } = [];

    /// <summary>Environments whose errors cannot be seen now, with the beginning of it.</summary>
    public IReadOnlyDictionary<string, Instant> UnseenEnvironments { get; init; } =
        FrozenDictionary<string, Instant>.Empty;

    /// <summary>Environments that were never connected to a tracker.</summary>
    public IReadOnlySet<string> UnconnectedEnvironments { get; init; } = None;

    /// <summary>Ids of the rules and checklists that were done today, such as <c>performance</c> and <c>rollout</c>.</summary>
    public IReadOnlySet<string> DoneToday { get; init; } = None;

    /// <summary>Ids of the rules that were done today; null: as <see cref="DoneToday"/> says by ids.</summary>
    public IReadOnlySet<string>? RulesDoneToday { get; init; }

    /// <summary>Whether today's rollout was done; null: as <see cref="DoneToday"/> says by the word <c>rollout</c>.</summary>
    public bool? RolloutDoneToday { get; init; }

    /// <summary>Requests a minute by environment; null: cannot tell; absent: not connected.</summary>
    public IReadOnlyDictionary<string, double?> RequestsPerMinute { get; init; } =
        FrozenDictionary<string, double?>.Empty;

    /// <summary>Since when the requests of an environment cannot be told, where they cannot.</summary>
    public IReadOnlyDictionary<string, Instant> RequestsUnseenSince { get; init; } =
        FrozenDictionary<string, Instant>.Empty;

    /// <summary>Whether response times are measured at all.</summary>
    public bool PerformanceConnected { get; init; } = true;

    /// <summary>Is every pipeline green at the commit that would ship?</summary>
    public Tri CiPassingAtCandidate { get; init; } = Tri.CannotTell;

    /// <summary>Is each test that fails on main known as flaky?</summary>
    public Tri FailingTestsKnownFlaky { get; init; } = Tri.CannotTell;

    /// <summary>Do errors and response times stay flat after the rollout?</summary>
    public Tri RolloutHealth { get; init; } = Tri.CannotTell;

    /// <summary>Has each real regression an owner?</summary>
    public Tri EveryRealRegressionAssigned { get; init; } = Tri.CannotTell;
}

/// <summary>What is known of main.</summary>
public enum MainColour
{
    /// <summary>The last completed result is bad.</summary>
    Failing,

    /// <summary>The last completed result is good.</summary>
    Passing,

    /// <summary>Not red, and a result is on its way.</summary>
    Running,

    /// <summary>Cannot tell.</summary>
    Unknown,

    /// <summary>No pipeline was ever connected.</summary>
    NotConnected,
}

/// <summary>One error as the playbook sees it; <paramref name="CreatedAt"/> is the beginning of its current life.</summary>
public sealed record ErrorInSituation(
    string Id,
    string Environment,
    ErrorStatus Status,
    Instant CreatedAt,
    string? Assignee = null,
    long Users = 0,
    long Events = 0,
    bool NewSinceLastRollout = false
);
