using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Whose a rollout is. Names of duties decide nothing, and a rollout that has a duty keeps it.</summary>
static class RolloutDuty
{
    /// <summary>A commit is found by its first digits, as many as git shows.</summary>
    const int ShortHash = 7;

    /// <summary>The duty in whose turn it was made, while that stands; else as for one told now.</summary>
    public static async Task<string?> DutyOf(this DutyDb db, Rollout rollout, Instant now) =>
        IsOf(await db.AllDuties(), rollout) ?? await db.DutyOfRollouts(now, rollout.Service, rollout.To);

    /// <summary>
    /// The duty that looks after the repository that is named as service or whose main has the commit; else the eldest
    /// whose playbook has the button, else the eldest; null without any duty.
    /// </summary>
    public static async Task<string?> DutyOfRollouts(
        this DutyDb db,
        Instant now,
        string? service = null,
        string? commit = null
    ) =>
        Owner(await db.AllDuties(), service, (await Repositories(db, [commit ?? ""]))[commit ?? ""])
        ?? await db.Ships(DutyAssignment.Standing(await db.AllDuties()), now);

    /// <summary>Those of one duty, of many rollouts.</summary>
    public static async Task<List<Rollout>> OwnRollouts(
        this DutyDb db,
        DutyFacts facts,
        List<Rollout> rollouts,
        IReadOnlyList<Duty> duties
    )
    {
        var standing = DutyAssignment.Standing(duties);
        if (standing is [var only] && only.Id == facts.Duty.Id)
            return rollouts;
        var told = rollouts.FindAll(r => IsOf(standing, r) is null).Select(r => r.To).Distinct().ToList();
        var repositories = await db.Keep(
            [typeof(Rollout), typeof(MainCommit)],
            "repositories of rollouts made elsewhere",
            string.Join(' ', told),
            () => Repositories(db, told)
        );
        var ships = await db.Ships(standing, facts.Now);
        return rollouts.FindAll(r =>
            r.Duty == facts.Duty.Id
            || (IsOf(standing, r) is null && (Owner(standing, r.Service, repositories[r.To]) ?? ships) == facts.Duty.Id)
        );
    }

    static string? IsOf(IReadOnlyList<Duty> standing, Rollout rollout) =>
        standing.FirstOrDefault(d => d.Id == rollout.Duty)?.Id;

    static string? Owner(IReadOnlyList<Duty> duties, string? service, IEnumerable<string> repositories) =>
        repositories
            .Prepend(service)
            .OfType<string>()
            .Select(r => DutyAssignment.OfRepository(duties, r)?.Id)
            .FirstOrDefault(id => id is not null);

    static async Task<string?> Ships(this DutyDb db, IReadOnlyList<Duty> standing, Instant now)
    {
        foreach (var duty in standing)
            if (await db.ReadablePlaybook(duty.Id, now) is { } playbook && Gates.RolloutRule(playbook) is not null)
                return duty.Id;
        return standing.FirstOrDefault()?.Id;
    }

    /// <summary>By commit as it was told, whole or its first digits.</summary>
    static async ValueTask<ILookup<string, string>> Repositories(DutyDb db, IReadOnlyList<string> told)
    {
        var found = new List<(string Commit, string Repository)>();
        foreach (var named in told.Where(c => c.Length >= ShortHash).GroupBy(c => c.Length))
        {
            var (digits, commits) = (named.Key, named.ToList());
            var shipped = await db
                .MainCommits.Where(c => commits.Contains(c.Sha.Substring(0, digits)))
                .Select(c => new { Commit = c.Sha.Substring(0, digits), c.Repository })
                .Distinct()
                .ToListAsync();
            found.AddRange(shipped.Select(c => (c.Commit, c.Repository)));
        }
        return found.ToLookup(f => f.Commit, f => f.Repository, StringComparer.Ordinal);
    }
}
