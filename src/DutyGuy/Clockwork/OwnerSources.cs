using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>What the owners of a project's errors are found with.</summary>
/// <param name="Repository">The repository that it is built from; null when none is watched.</param>
/// <param name="History">Its history; null while it was not read.</param>
/// <param name="Declined">Pokes about errors of the project that were answered “not me”.</param>
/// <param name="Mark">Another one when an error should be ranked again.</param>
sealed record OwnerSource(
    Project Project,
    SourceRepository? Repository,
    History? History,
    TeamAuthors Team,
    IReadOnlyList<Declined> Declined,
    string Mark
);

/// <summary>Gathers the sources of all projects.</summary>
static class OwnerSources
{
    public static async Task<IReadOnlyDictionary<int, OwnerSource>> Load(
        DutyDb db,
        Histories histories,
        IReadOnlyDictionary<string, Person> people,
        Instant now
    )
    {
        var (projects, repositories) = (await db.Projects.ToListAsync(), await db.Repositories.ToListAsync());
        var (declined, team) = (await Declined(db, now), new Dictionary<History, TeamAuthors>());
        var sources = new Dictionary<int, OwnerSource>();
        foreach (var project in projects)
        {
            var repository = repositories.Find(r => r.Id == project.Repository || r.Project == project.Name);
            var history = repository is null ? null : histories.Of(repository.Id);
            if (history is not null && !team.ContainsKey(history))
                team[history] = new(history.People, [.. people.Values]);
            var words = declined
                .Where(one => one.Project == project.Id)
                .Select(one => one.At(history))
                .OfType<Declined>();
            sources[project.Id] = Of(project, repository, history, team, [.. words], people.Values, now);
        }
        return sources;
    }

    static OwnerSource Of(
        Project project,
        SourceRepository? repository,
        History? history,
        Dictionary<History, TeamAuthors> team,
        IReadOnlyList<Declined> declined,
        IEnumerable<Person> people,
        Instant now
    )
    {
        var known = people
            .OrderBy(p => p.Handle, StringComparer.Ordinal)
            .Select(p => $"{p.Handle} {p.Name} {string.Join(',', p.Emails)} {p.LeftOn}");
        var mark = $"{history?.Head} {now.InUtc().Date} {declined.Count} {string.Join(';', known)}";
        var authors = history is null ? new TeamAuthors(new Identities(), []) : team[history];
        return new(project, repository, history, authors, declined, mark);
    }

    sealed record DeclinedError(int Project, Poke Poke, IReadOnlyList<Frame> Frames)
    {
        public Declined? At(History? history) =>
            Referral.PlaceOf(Frames, history?.Files) is { } place
                ? new(Poke.Person, Poke.Who, Poke.AnsweredAt ?? Poke.At, place)
                : null;
    }

    static async Task<List<DeclinedError>> Declined(DutyDb db, Instant now)
    {
        var since = now - Referral.Longest;
        return await db
            .Pokes.Where(p => p.Answer == PokeAnswer.NotMe && p.At > since)
            .Join(db.Errors, p => p.ErrorId, e => e.Id, (p, e) => new DeclinedError(e.Project, p, e.Frames))
            .ToListAsync();
    }
}
