using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What would ship now, and what runs.</summary>
/// <param name="Candidate">The newest commit of main that passed and is newer than what runs; what runs, when that is it.</param>
/// <param name="Passing">Whether every pipeline that it waits for is green at the candidate.</param>
/// <param name="Running">What production runs, the whole hash where main has it; null when unknown.</param>
/// <param name="RunningRelease">The release that production runs.</param>
/// <param name="Changes">Commits between what runs and the candidate, newest first; null when what runs is not known.</param>
/// <param name="LastSwitch">When production last changed.</param>
public sealed record ShipState(
    MainCommit? Candidate,
    Tri Passing,
    string? Running,
    string? RunningRelease,
    IReadOnlyList<MainCommit>? Changes,
    Instant? LastSwitch
)
{
    /// <summary>Nothing is known.</summary>
    public static readonly ShipState Nothing = new(null, Tri.CannotTell, null, null, null, null);

    /// <summary>Production runs the candidate: there is nothing to ship.</summary>
    public bool NothingToShip => Candidate is not null && Candidate.Sha == Running;

    /// <summary>"9 changes", or that they are not known: that is not nothing.</summary>
    public string Count => RolloutChanges.Said(Changes);

    /// <summary>From main of the repository that ships, and the rollouts of it made so far.</summary>
    /// <param name="main">Null: the duty has none, or several and names none.</param>
    /// <param name="rollouts">Production's rollouts of the service, oldest first.</param>
    /// <param name="may">Whether a commit may ship at all.</param>
    public static ShipState Of(
        RepositoryMain? main,
        IReadOnlyList<Rollout> rollouts,
        Instant now,
        Func<MainCommit, bool>? may = null
    )
    {
        var last = rollouts.LastOrDefault(r => r.SwitchedAt is not null);
        var (commit, release) = Serves(last);
        var running = MainCommit.Named(commit, main?.Line ?? []);
        // What is older than what runs is no candidate: shipping it would be a way back that nobody chose.
        var candidate = main?.Newest(
            now,
            c => c.Ordinal >= (running?.Ordinal ?? long.MinValue) && may?.Invoke(c) != false
        );
        return new(
            candidate,
            candidate is null ? Tri.CannotTell : main!.Passed(candidate.Sha, now),
            running?.Sha ?? commit,
            release,
            RolloutChanges.Between(main?.Line ?? [], commit, candidate),
            last?.EndedAt ?? last?.SwitchedAt
        );
    }

    /// <summary>
    /// The facts as they would be if main ended at an older commit than the candidate: an older one can be chosen, as long
    /// as it passed and is newer than what runs. Any other name changes nothing.
    /// </summary>
    public static DutyFacts Choose(DutyFacts facts, string commit)
    {
        if (commit.Length < 4 || facts.Shipping is not { } main)
            return facts;
        var chosen = main.Line.FirstOrDefault(c => c.Sha.StartsWith(commit, StringComparison.OrdinalIgnoreCase));
        if (chosen is null || chosen.Sha == facts.Ship.Candidate?.Sha)
            return facts;
        var rejection = Rejection.Of(facts);
        var ship = Of(main, facts.Rollouts, facts.Now, c => c.Ordinal <= chosen.Ordinal && rejection.Allows(c));
        return ship.Candidate?.Sha == chosen.Sha ? facts with { Ship = ship } : facts;
    }

    /// <summary>Where nobody knows whether it went back, or figures say otherwise, nobody knows what runs.</summary>
    static (string? Commit, string? Release) Serves(Rollout? last) =>
        last switch
        {
            null => (null, null),
            { Status: RolloutStatus.RolledBack } => (last.From, last.FromRelease),
            { Status: RolloutStatus.Unknown, RolledBackBy: not null } or { Contradicted: not null } => (null, null),
            _ => (last.To, last.Release),
        };
}
