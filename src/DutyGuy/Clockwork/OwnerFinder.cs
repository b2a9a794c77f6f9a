using DutyGuy.Adapters.Git;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Finds for each open error who should look at it, again when its life, main, the people or the day changed.</summary>
public sealed class OwnerFinder(
    DutyStore store,
    Pulse pulse,
    OwnerSearch search,
    IClock clock,
    ILogger<OwnerFinder> log
) : BackgroundService
{
    const int Best = 5;
    static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(500);
    readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>What each error was ranked with last.</summary>
    readonly Dictionary<long, string> ranked = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = pulse.Next(Timeout.InfiniteTimeSpan, stoppingToken);
            try
            {
                await FindNow();
                await change;
                await Task.Delay(Debounce, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
                when (broken is GitException or System.Data.Common.DbException or InvalidOperationException)
            {
                log.LogError(broken, "The owners of errors cannot be found");
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            }
        }
    }

    /// <summary>Ranks every open error that was not ranked with what is known now.</summary>
    public async Task FindNow()
    {
        await oneAtATime.WaitAsync();
        try
        {
            if (!await store.Read(db => db.Errors.AnyAsync(e => e.Status == ErrorStatus.Open && !e.Baseline)))
                return;
            var sources = await Sources();
            if (sources.Count == 0)
                return;
            foreach (var error in await store.Read(db => OpenErrors(db, [.. sources.Keys])))
                await Find(error, sources[error.Project]);
            search.Forget(sources.Values.Select(s => s.Head).ToHashSet(StringComparer.Ordinal));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    sealed record Source(SourceRepository Repository, string Head, IReadOnlyList<KnownAuthor> People, string Mark);

    static Task<List<TrackedError>> OpenErrors(DutyDb db, List<int> projects) =>
        db.Errors.Where(e => e.Status == ErrorStatus.Open && !e.Baseline && projects.Contains(e.Project)).ToListAsync();

    async Task Find(TrackedError error, Source source)
    {
        var mark = $"{error.Life} {source.Mark}";
        if (ranked.GetValueOrDefault(error.Id) == mark)
            return;
        var frames = await search.Frames(source.Repository, source.Head, error);
        var ranking = MostAdequatePerson.Rank(frames, source.People, clock.GetCurrentInstant());
        await store.Change(db => Keep(db, error.Id, ranking.Candidates));
        ranked[error.Id] = mark;
    }

    static async Task Keep(DutyDb db, long error, IReadOnlyList<Candidate> candidates)
    {
        var best = candidates
            .Take(Best)
            .Select(
                (c, i) =>
                    new Suggestion
                    {
                        ErrorId = error,
                        Rank = i + 1,
                        Person = c.Person,
                        Score = c.Score,
                        Reasons = c.Reasons,
                    }
            )
            .ToList();
        await db.Suggestions.Where(s => s.ErrorId == error).ExecuteDeleteAsync();
        db.Suggestions.AddRange(best);
    }

    /// <summary>By project: its repository, the newest commit there, and the people as they can be asked today.</summary>
    async Task<Dictionary<int, Source>> Sources()
    {
        var (projects, repositories, duties) = await store.Read(async db =>
            (await db.Projects.ToListAsync(), await db.Repositories.ToListAsync(), await db.Duties.ToListAsync())
        );
        var sources = new Dictionary<int, Source>();
        foreach (var project in projects)
            if (
                repositories.Find(r => r.Id == project.Repository || r.Project == project.Name) is { } repository
                && DutyAssignment.OfProject(duties, project.Name) is { } duty
                && await search.Head(repository) is { } head
            )
                sources[project.Id] = await SourceOf(repository, head, duty.Id);
        return sources;
    }

    async Task<Source> SourceOf(SourceRepository repository, string head, string duty)
    {
        var facts = (await store.Read(db => db.LoadFacts(duty, clock.GetCurrentInstant())))!;
        var people = facts
            .People.Values.Select(p => Known(facts, p))
            .OrderBy(p => p.Handle, StringComparer.Ordinal)
            .ToList();
        var mark = string.Join(
            ';',
            people.Select(p => $"{p.Handle} {string.Join(',', p.Mails.Concat(p.Names))} {p.Present} {p.Left}")
        );
        return new(repository, head, people, $"{head} {facts.Today:uuuu-MM-dd} {mark}");
    }

    static KnownAuthor Known(DutyFacts facts, Person person) =>
        new(
            person.Handle,
            person.Emails,
            [person.Name],
            Presence.Of(facts, person.Handle) is null,
            person.LeftOn < facts.Today
        );
}
