using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Store;

/// <summary>What there is to look after, and what of it no duty does.</summary>
static class NobodysLoading
{
    /// <summary>Connected, or known from signals.</summary>
    public static async Task<KnownSources> KnownSources(this DutyDb db) =>
        new(
            await db.Keep(
                [typeof(SourceRepository), typeof(CiResult)],
                "known repositories",
                null,
                async () =>
                {
                    var connected = await db.Repositories.Select(r => r.Id).ToListAsync();
                    var named = await LoadQueries.Of(db).RepositoriesNamed(db).ToListAsync();
                    return connected.Union(named, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
                }
            ),
            await db.Keep(
                [typeof(Project)],
                "known projects",
                null,
                async () => await db.Projects.Select(p => p.Name).OrderBy(n => n).ToListAsync()
            )
        );

    /// <summary>Nothing while there is one duty.</summary>
    public static async Task<DutyFacts> With(DutyDb db, DutyFacts facts, IReadOnlyList<Duty> duties)
    {
        var known = await db.KnownSources();
        var repositories = known.Repositories.Where(r => DutyAssignment.OfRepository(duties, r) is null).ToList();
        var projects = known.Projects.Where(p => DutyAssignment.OfProject(duties, p) is null).ToList();
        if (repositories.Count + projects.Count == 0)
            return facts;
        var mains = await Mains(db, repositories, facts);
        var errors = projects.Count == 0 ? [] : await Errors(db);
        return facts with
        {
            Nobodys =
            [
                .. repositories
                    .Union(projects, StringComparer.Ordinal)
                    .Select(name => new NobodysSource(
                        name,
                        repositories.Contains(name),
                        projects.Contains(name),
                        mains.GetValueOrDefault(name, MainState.NotConnected),
                        projects.Contains(name) ? errors.GetValueOrDefault(name) : 0
                    )),
            ],
        };
    }

    /// <summary>Each as a duty would see it that has nothing else.</summary>
    static async Task<Dictionary<string, MainState>> Mains(DutyDb db, List<string> repositories, DutyFacts facts)
    {
        var states = new Dictionary<string, MainState>(StringComparer.Ordinal);
        foreach (var repository in repositories)
        {
            var (own, rest) = (OfItsOwn(facts.Duty, [repository]), OfItsOwn(facts.Duty, []));
            var seen = await MainLoading.With(db, facts with { Duty = own }, [own, rest]);
            states[repository] = seen.Main.Now;
        }
        return states;
    }

    static Duty OfItsOwn(Duty duty, IReadOnlyList<string> repositories) =>
        duty with
        {
            Id = $"nobody of {string.Join(' ', repositories)}",
            Repositories = repositories,
            EndedAt = null,
        };

    /// <summary>How many errors are open in each project; those from before count for nobody.</summary>
    static Task<Dictionary<string, int>> Errors(DutyDb db) =>
        db.Keep(
            [typeof(TrackedError), typeof(Project)],
            "open errors by project",
            null,
            async () =>
                await db
                    .Errors.Where(e => e.Status == ErrorStatus.Open && !e.Baseline)
                    .Join(db.Projects, e => e.Project, p => p.Id, (e, p) => p.Name)
                    .GroupBy(name => name)
                    .ToDictionaryAsync(g => g.Key, g => g.Count(), StringComparer.Ordinal)
        );
}
