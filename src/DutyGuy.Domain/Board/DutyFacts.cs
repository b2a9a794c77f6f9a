using System.Collections.Frozen;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Everything that is known of one duty at one moment; board, pass, gates and log entry are functions of it.</summary>
public sealed record DutyFacts
{
    /// <summary>The moment.</summary>
    public required Instant Now { get; init; }

    /// <summary>The duty.</summary>
    public required Duty Duty { get; init; }

    /// <summary>The playbook in force.</summary>
    public required Playbook Playbook { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>The playbooks of open runs that were opened with another version, by its number.</summary>
    public IReadOnlyDictionary<int, Playbook> OtherVersions { get; init; } = FrozenDictionary<int, Playbook>.Empty;

    /// <summary>Who takes part, who is away, what was agreed, past turns.</summary>
    public required RotaFacts Rota { get; init; }

    /// <summary>Started, took over, ended.</summary>
    public IReadOnlyList<TurnAct> Acts { get; init; } = [];

    /// <summary>The people by handle.</summary>
    public IReadOnlyDictionary<string, Person> People { get; init; } = FrozenDictionary<string, Person>.Empty;

    /// <summary>How main fared.</summary>
    public MainHistory Main { get; init; } = new([], MainState.NotConnected);

    /// <summary>Main of each of its repositories: commits, results, which of them passed.</summary>
    public IReadOnlyList<RepositoryMain> Mains
    {
        get;
        init
        {
            field = value;
            Line = value is [var only] ? only.Line : [.. value.SelectMany(m => m.Line)];
        }
    } = [];

    /// <summary>Numbers of the projects that the duty looks after.</summary>
    public IReadOnlyList<int> Projects { get; init; } = [];

    /// <summary>The commits of main of all its repositories, one repository after the other, newest first.</summary>
    public IReadOnlyList<MainCommit> Line { get; private init; } = [];

    /// <summary>The repository that its rollouts ship: the only one, else the one that it names.</summary>
    public RepositoryMain? Shipping => Service.Of(Duty, Mains);

    /// <summary>What no duty looks after.</summary>
    public IReadOnlyList<NobodysSource> Nobodys { get; init; } = [];

    /// <summary>Errors of the duty's projects: every open one.</summary>
    public IReadOnlyList<TrackedError> Errors { get; init; } = [];

    /// <summary>Pokes of the present lives of these errors, and of commits that broke main.</summary>
    public IReadOnlyList<Poke> Pokes { get; init; } = [];

    /// <summary>Who could look at them, best first.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>Environments from which anything ever came.</summary>
    public IReadOnlySet<string> ConnectedEnvironments { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Rollouts of the duty's service in production, oldest first.</summary>
    public IReadOnlyList<Rollout> Rollouts { get; init; } = [];

    /// <summary>The one that is not over, whatever was declined since; null when there is none.</summary>
    public Rollout? UnderWay => Rollouts.LastOrDefault(r => r.IsRunning || r.IsWatched);

    /// <summary>Holds that stand, and those that roll backs left, lifted ones too.</summary>
    public IReadOnlyList<Hold> Holds { get; init; } = [];

    /// <summary>What would ship, and what runs.</summary>
    public ShipState Ship { get; init; } = ShipState.Nothing;

    /// <summary>Whether response times ever came.</summary>
    public bool PerformanceConnected { get; init; }

    /// <summary>Requests a minute by environment, mean of the last ten; null cannot tell, absent not connected.</summary>
    public IReadOnlyDictionary<string, double?> RequestsPerMinute { get; init; } =
        FrozenDictionary<string, double?>.Empty;

    /// <summary>Since when the requests of an environment cannot be told, where they cannot.</summary>
    public IReadOnlyDictionary<string, Instant> RequestsUnseenSince { get; init; } =
        FrozenDictionary<string, Instant>.Empty;

    /// <summary>When each project was last heard of in each environment.</summary>
    public IReadOnlyList<SourceSeen> Sources { get; init; } = [];

    /// <summary>What the watch of the running rollout sees.</summary>
    public WatchState Watch { get; init; } = WatchState.None;

    /// <summary>Real regressions of the last rollouts, with their owners.</summary>
    public IReadOnlyList<Judgement> Judgements { get; init; } = [];

    /// <summary>Runs that are open, and those of today.</summary>
    public IReadOnlyList<ChecklistRun> Runs { get; init; } = [];

    /// <summary>Top degraded endpoints of the previous rollout, when an open checklist asks for them.</summary>
    public RolloutComparison? Comparison { get; init; }

    /// <summary>Entries that are not finished, and the newest finished one.</summary>
    public IReadOnlyList<LogEntry> Entries { get; init; } = [];

    /// <summary>The record since the oldest entry that is not finished.</summary>
    public IReadOnlyList<Fact> Record { get; init; } = [];

    /// <summary>Gates that were passed with a reason in the last weeks.</summary>
    public IReadOnlyList<Fact> Overrides { get; init; } = [];

    /// <summary>The last fact about main's colour that was recorded.</summary>
    public FactKind? MainRecorded { get; init; }

    /// <summary>Actions of steps for which something is connected; the others are done by hand.</summary>
    public IReadOnlySet<ActionKind> Adapters { get; init; } = FrozenSet<ActionKind>.Empty;

    /// <summary>Names of tests that failed and passed on one commit within 90 days.</summary>
    public IReadOnlySet<string> FlakyTests { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Keys of effects already used.</summary>
    public IReadOnlySet<string> EffectKeys { get; init; } = FrozenSet<string>.Empty;

    /// <summary>When the last performance check was done.</summary>
    public Instant? PerformanceCheckedAt { get; init; }

    /// <summary>Today in the duty's zone.</summary>
    public LocalDate Today => Rota.Hours.DateOf(Now);

    /// <summary>Beginning of today in the duty's zone.</summary>
    public Instant StartOfToday => Playbook.Zone.AtStartOfDay(Today).ToInstant();

    /// <summary>Rollouts that keep a turn open beyond its hours.</summary>
    public IReadOnlyDictionary<LocalDate, Instant> WatchedUntil => TurnWatches.Of(Duty.Id, Rota.Hours, Rollouts);

    /// <summary>Who is on duty now.</summary>
    public OnDutyAnswer OnDuty
    {
        get
        {
            // A copy keeps this field, so the answer counts only for what it was asked with.
            if (asked is not { } last || last.At != Now || last.Rota != Rota || last.Acts != Acts)
                asked = last = (Now, Rota, Acts, Domain.OnDuty.At(Rota, Acts, Now, WatchedUntil));
            return last.Answer;
        }
    }

    (Instant At, RotaFacts Rota, IReadOnlyList<TurnAct> Acts, OnDutyAnswer Answer)? asked;

    /// <summary>What people call somebody.</summary>
    public string NameOf(string person) => People.TryGetValue(person, out var known) ? known.Name : person;

    /// <summary>A fact of this duty at this moment.</summary>
    public Fact Fact(FactKind kind, string source, string text, string? subject = null) =>
        new()
        {
            At = Now,
            Kind = kind,
            Source = source,
            Duty = Duty.Id,
            Subject = subject,
            Text = text,
        };

    /// <summary>The playbook with which a run was opened.</summary>
    public Playbook PlaybookOf(ChecklistRun run) => OtherVersions.GetValueOrDefault(run.Version, Playbook);

    /// <summary>The checklist of a run, in the words of its own version; null when it has none.</summary>
    public Checklist? ChecklistOf(ChecklistRun run) => PlaybookOf(run).Checklists.GetValueOrDefault(run.Checklist);
}
