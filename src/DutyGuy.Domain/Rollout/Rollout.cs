using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One deployment of a service, made here or elsewhere.</summary>
public sealed record Rollout
{
    /// <summary>Number of the rollout.</summary>
    public long Id { get; init; }

    /// <summary>What is deployed; a small team has one service and never sees the word.</summary>
    public string Service { get; init; } = Services.Default;

    /// <summary>production, or another one that somebody told.</summary>
    public required string Environment { get; init; }

    /// <summary>Daily, or a hot fix that never uses up the day.</summary>
    public RolloutKind Kind { get; init; }

    /// <summary>Name of the release, as the events say it.</summary>
    public required string Release { get; init; }

    /// <summary>The commit that ran before; null when unknown.</summary>
    public string? From { get; init; }

    /// <summary>The release that ran before.</summary>
    public string? FromRelease { get; init; }

    /// <summary>The commit that is shipped.</summary>
    public required string To { get; init; }

    /// <summary>Where it stands.</summary>
    public RolloutStatus Status { get; init; }

    /// <summary>The duty in whose turn it was started; null when made elsewhere.</summary>
    public string? Duty { get; init; }

    /// <summary>Who started it; null when made elsewhere.</summary>
    public string? StartedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>When production began to serve it.</summary>
    public Instant? SwitchedAt { get; init; }

    /// <summary>When it was over (done, failed, rolled back).</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>The deploy program only asks another system: its end is told, not the end of the program.</summary>
    public bool EndIsTold { get; init; }

    /// <summary>Until when a word of the other system is waited for; no word until then cannot be told.</summary>
    public Instant? WordUntil { get; init; }

    /// <summary>From when it is watched, when that is not the switch-over: figures contradicted it first.</summary>
    public Instant? WatchFrom { get; init; }

    /// <summary>The release that figures still come from; null when they do not contradict.</summary>
    public string? Contradicted { get; init; }

    /// <summary>The worst that the watch advised, from the first such advice on.</summary>
    public WatchAdvice? Alarm { get; init; }

    /// <summary>When the watch first advised it.</summary>
    public Instant? AlarmSince { get; init; }

    /// <summary>Why, in a sentence; without an alarm, why the watch could not tell.</summary>
    public string? AlarmWhy { get; init; }

    /// <summary>Who decided to keep it although the watch had found something, or judged it by hand.</summary>
    public string? KeptBy { get; init; }

    /// <summary>Gates that could not tell and were looked at by who started it.</summary>
    public IReadOnlyList<string> Looked { get; init; } = [];

    /// <summary>The rolled-back rollout that this one mends.</summary>
    public long? Mends { get; init; }

    /// <summary>Why there is no way back behind it; null when there is one.</summary>
    public string? NoWayBack { get; init; }

    /// <summary>Until when somebody watches.</summary>
    public Instant? WatchUntil { get; init; }

    /// <summary>Why shut gates were passed.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>Why it was rolled back; asked afterwards.</summary>
    public string? RollBackReason { get; init; }

    /// <summary>Who rolled it back.</summary>
    public string? RolledBackBy { get; init; }

    /// <summary>The server that runs the command now, so that a restart can tell what was cut off.</summary>
    public string? Runner { get; init; }

    /// <summary>Whether it was deployed by our command.</summary>
    public bool Ours => StartedBy is not null;

    /// <summary>A daily production rollout that switched over, or was declined, uses up the day.</summary>
    public bool UsesUpTheDay =>
        Kind == RolloutKind.Daily
        && Environment == Environments.Production
        && (SwitchedAt is not null || Status == RolloutStatus.Declined);

    /// <summary>It serves, and is watched or waits for somebody's word.</summary>
    public bool IsWatched => Status is RolloutStatus.Watching or RolloutStatus.Undecided;

    /// <summary>Not over yet; a watch that could not tell is over.</summary>
    public bool IsRunning =>
        Status
            is RolloutStatus.Waiting
                or RolloutStatus.Asked
                or RolloutStatus.Queued
                or RolloutStatus.WaitingForApproval
                or RolloutStatus.Deploying
                or RolloutStatus.RollingBack
                or RolloutStatus.Unknown
        && !Watches.EndedUntold(this);
}

/// <summary>Names of services.</summary>
public static class Services
{
    /// <summary>The only service of a small team.</summary>
    public const string Default = "default";
}

/// <summary>The environment that the software deploys; all others are called as the playbook calls them.</summary>
public static class Environments
{
    /// <summary>Where the action <c>deploy production</c> deploys to.</summary>
    public const string Production = "production";
}

/// <summary>Kinds of rollouts.</summary>
public enum RolloutKind
{
    /// <summary>The one of the day.</summary>
    Daily,

    /// <summary>Besides it; never uses up the day.</summary>
    HotFix,
}

/// <summary>Where a rollout stands.</summary>
public enum RolloutStatus
{
    /// <summary>Asked for; the command has not begun.</summary>
    Waiting,

    /// <summary>The command asked another system, which has not answered yet.</summary>
    Asked,

    /// <summary>The other system has it in its queue.</summary>
    Queued,

    /// <summary>The other system waits for a person's approval.</summary>
    WaitingForApproval,

    /// <summary>The command runs, or the other system does.</summary>
    Deploying,

    /// <summary>Production serves it; somebody watches.</summary>
    Watching,

    /// <summary>The watch ended with an alarm: somebody decides whether it stays.</summary>
    Undecided,

    /// <summary>Over, and well.</summary>
    Done,

    /// <summary>Failed before the switch.</summary>
    Failed,

    /// <summary>Nobody knows how the command ended, or the watch could not tell; a person decides.</summary>
    Unknown,

    /// <summary>The command that goes back runs.</summary>
    RollingBack,

    /// <summary>Gone back.</summary>
    RolledBack,

    /// <summary>No rollout today.</summary>
    Declined,
}
