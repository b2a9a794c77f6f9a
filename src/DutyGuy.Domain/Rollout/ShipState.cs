using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What would ship now, and what runs.</summary>
/// <param name="Candidate">The newest commit of main whose checks passed; null when there is none.</param>
/// <param name="Passing">Whether every pipeline is green at the candidate.</param>
/// <param name="Running">The commit that production runs; null when unknown.</param>
/// <param name="RunningRelease">The release that production runs.</param>
/// <param name="Changes">Commits between what runs and the candidate, newest first.</param>
/// <param name="LastSwitch">When production last changed.</param>
public sealed record ShipState(
    MainCommit? Candidate,
    Tri Passing,
    string? Running,
    string? RunningRelease,
    IReadOnlyList<MainCommit> Changes,
    Instant? LastSwitch
)
{
    /// <summary>Nothing is known.</summary>
    public static readonly ShipState Nothing = new(null, Tri.CannotTell, null, null, [], null);

    /// <summary>From main's line, the results of CI and the rollouts made so far.</summary>
    /// <param name="line">The newest commits of main, newest first.</param>
    /// <param name="results">Results on main, in order of arrival.</param>
    /// <param name="rollouts">Production's rollouts, oldest first.</param>
    public static ShipState Of(
        IReadOnlyList<MainCommit> line,
        IReadOnlyList<CiResult> results,
        IReadOnlyList<Rollout> rollouts
    )
    {
        var colours = ColourByCommit(results);
        var last = rollouts.LastOrDefault(r => r.SwitchedAt is not null);
        var running = last is { Status: RolloutStatus.RolledBack } ? last.From : last?.To;
        var release = last is { Status: RolloutStatus.RolledBack } ? last.FromRelease : last?.Release;
        var candidate =
            line.FirstOrDefault(c => colours.GetValueOrDefault(c.Sha) == Tri.Yes)
            ?? (results.Count == 0 ? line.FirstOrDefault() : null);
        var passing = candidate is null ? Tri.CannotTell : PassingAt(candidate, colours, results.Count);
        return new(
            candidate,
            passing,
            running,
            release,
            Between(line, running, candidate),
            last?.EndedAt ?? last?.SwitchedAt
        );
    }

    /// <summary>
    /// The facts as they would be if main ended at an older commit than the candidate: an older one can be chosen, as long
    /// as it passed its checks and is newer than what runs. Any other name changes nothing.
    /// </summary>
    public static DutyFacts Choose(DutyFacts facts, string commit)
    {
        var running = facts.Line.FirstOrDefault(c => c.Sha == facts.Ship.Running)?.Ordinal ?? -1;
        var chosen =
            commit.Length < 4
                ? null
                : facts.Line.FirstOrDefault(c =>
                    c.Ordinal > running && c.Sha.StartsWith(commit, StringComparison.OrdinalIgnoreCase)
                );
        if (chosen is null || chosen.Sha == facts.Ship.Candidate?.Sha)
            return facts;
        var line = facts.Line.Where(c => c.Repository == chosen.Repository && c.Ordinal <= chosen.Ordinal).ToList();
        var ship = Of(line, facts.Results, facts.Rollouts);
        return ship.Candidate?.Sha == chosen.Sha ? facts with { Ship = ship } : facts;
    }

    static Tri PassingAt(MainCommit commit, Dictionary<string, Tri> colours, int results) =>
        results == 0 ? Tri.CannotTell : colours.GetValueOrDefault(commit.Sha, Tri.CannotTell);

    /// <summary>Yes when the last completed result of every pipeline that ran on the commit is green.</summary>
    static Dictionary<string, Tri> ColourByCommit(IReadOnlyList<CiResult> results) =>
        results
            .Where(r => r.Status is CiStatus.Passing or CiStatus.Failing)
            .GroupBy(r => r.Commit, StringComparer.Ordinal)
            .ToDictionary(
                commit => commit.Key,
                commit =>
                    commit.GroupBy(r => (r.Repository, r.Pipeline)).All(p => p.Last().Status == CiStatus.Passing)
                        ? Tri.Yes
                        : Tri.No,
                StringComparer.Ordinal
            );

    static IReadOnlyList<MainCommit> Between(IReadOnlyList<MainCommit> line, string? running, MainCommit? candidate)
    {
        if (candidate is null)
            return [];
        var from = line.FirstOrDefault(c => c.Sha == running)?.Ordinal;
        return
        [
            .. line.Where(c =>
                c.Repository == candidate.Repository && c.Ordinal <= candidate.Ordinal && c.Ordinal > (from ?? -1)
            ),
        ];
    }
}
