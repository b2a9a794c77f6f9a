using DutyGuy.Adapters.Git;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>
/// Finds for each open error who should look at it, again when its life, main, the people, what they said or the day
/// changed: first from the index alone, then with the writers of the lines.
/// </summary>
public sealed class OwnerFinder(
    DutyStore store,
    Pulse pulse,
    Histories histories,
    Mirrors mirrors,
    IClock clock,
    ILogger<OwnerFinder> log
) : BackgroundService
{
    static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(500);
    readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>What each error was ranked with last, and whether the lines were looked up.</summary>
    readonly Dictionary<long, (string Mark, bool WithLines)> ranked = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = pulse.Changed;
            try
            {
                await Find(() => !change.IsCompleted && !stoppingToken.IsCancellationRequested);
                await change.WaitAsync(stoppingToken);
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

    /// <summary>Ranks every open error that was not ranked with what is known now, when that is read.</summary>
    public async Task FindNow()
    {
        await histories.Settled();
        await Find(() => true);
    }

    /// <summary>Why nobody is suggested for an error; null when somebody could be.</summary>
    public async Task<string?> WhyNobody(TrackedError error)
    {
        if (error.Frames.Count == 0)
            return "It came without a stack trace.";
        var source = (await Sources(await People()))[error.Project];
        if (source.Repository is not { } repository)
            return $"No repository is watched for the project {source.Project.Name}. Add one in the settings.";
        if (source.History is not { } history)
            return histories.StateOf(repository.Id) is { } state
                ? HistoryWords.Of(state)
                : $"The repository {repository.Id} was not fetched yet.";
        if (history.Question(error, Now) is not { } question)
            return $"No frame of this error is a file of the repository {repository.Id}.";
        var ranking = history.Rank(question, []);
        return ranking.Candidates.Any(c => source.Team.HandleOf(c.Person) is not null)
            ? null
            : TeamRanking.WhyNobody(ranking, history.People);
    }

    long Now => clock.GetCurrentInstant().ToUnixTimeSeconds();

    async Task Find(Func<bool> goOn)
    {
        await oneAtATime.WaitAsync();
        try
        {
            var open = await store.Read(OpenErrors);
            if (open.Count == 0)
                return;
            var people = await People();
            var sources = await Sources(people);
            // The first answers come before any look at the lines.
            foreach (var withLines in (bool[])[false, true])
            foreach (var (id, life, project) in open)
                if (!withLines || goOn())
                    await Find(id, $"{life} {sources[project].Mark}", sources[project], people, withLines);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    async Task Find(
        long id,
        string mark,
        OwnerSource source,
        IReadOnlyDictionary<string, Person> people,
        bool withLines
    )
    {
        var last = ranked.GetValueOrDefault(id);
        if (last.Mark == mark && (last.WithLines || !withLines))
            return;
        // What was found before stands until the history is read.
        if (source.History is null)
            return;
        if (await store.Read(db => db.Errors.FirstOrDefaultAsync(e => e.Id == id)) is not { } error)
            return;
        var candidates = await Candidates(error, source, withLines);
        if (candidates is not null)
            await Keep(id, TeamRanking.Of(id, candidates, source.Team, ReferralOf(error, source, people)));
        ranked[id] = (mark, withLines);
    }

    /// <summary>Null when the lines add nothing.</summary>
    async Task<IReadOnlyList<OwnerCandidate>?> Candidates(TrackedError error, OwnerSource source, bool withLines)
    {
        if (source.History is not { } history || history.Question(error, Now) is not { } question)
            return withLines ? null : [];
        var lines = withLines ? history.Lines(question, await ReleaseOf(error, source.Repository!)) : [];
        return withLines && lines.Count == 0 ? null : history.Rank(question, lines).Candidates;
    }

    Referral? ReferralOf(TrackedError error, OwnerSource source, IReadOnlyDictionary<string, Person> people)
    {
        var now = clock.GetCurrentInstant().InUtc();
        return Referral.PlaceOf(error.Frames, source.History?.Files) is { } place
            ? Referral.For(place, source.Declined, Named, now)
            : null;

        string? Named(string handle) =>
            people.GetValueOrDefault(handle) is { } person && person.IsInTeamOn(now.Date) ? person.Name : null;
    }

    /// <summary>The commit of the release that sent the newest event: the frames' lines are its.</summary>
    async Task<CommitId?> ReleaseOf(TrackedError error, SourceRepository repository)
    {
        var release = await store.Read(db =>
            db.ErrorEvents.Where(e => e.ErrorId == error.Id)
                .OrderByDescending(e => e.Id)
                .Select(e => e.Release)
                .FirstOrDefaultAsync()
        );
        try
        {
            // `shop@1.2+3f2a9c1b`: the commit, or the tag, comes last.
            return release is null
                ? null
                : CommitId.Parse(await mirrors.Of(repository).ResolveAsync(release.Split('@', '+')[^1]) ?? "");
        }
        catch (GitException)
        {
            return null; // It names nothing that git could know.
        }
    }

    async Task Keep(long error, IReadOnlyList<Suggestion> found)
    {
        // Nobody is woken by what was known.
        var kept = await store.Read(db =>
            db.Suggestions.Where(s => s.ErrorId == error).OrderBy(s => s.Rank).ToListAsync()
        );
        if (
            kept.Select(s => (s.Person, s.Score)).SequenceEqual(found.Select(s => (s.Person, s.Score)))
            && kept.SelectMany(s => s.Reasons).SequenceEqual(found.SelectMany(s => s.Reasons), StringComparer.Ordinal)
        )
            return;
        await store.Change(async db =>
        {
            await db.Changes<Suggestion>();
            await db.Suggestions.Where(s => s.ErrorId == error).ExecuteDeleteAsync();
            db.Suggestions.AddRange(found);
        });
    }

    static Task<List<OpenError>> OpenErrors(DutyDb db) =>
        db
            .Errors.Where(e => e.Status == ErrorStatus.Open && !e.Baseline)
            .OrderBy(e => e.Id)
            .Select(e => new OpenError(e.Id, e.Life, e.Project))
            .ToListAsync();

    async Task<IReadOnlyDictionary<string, Person>> People() =>
        (await store.Read(db => db.People.ToListAsync())).ToDictionary(p => p.Handle, StringComparer.Ordinal);

    Task<IReadOnlyDictionary<int, OwnerSource>> Sources(IReadOnlyDictionary<string, Person> people) =>
        store.Read(db => OwnerSources.Load(db, histories, people, clock.GetCurrentInstant()));

    sealed record OpenError(long Id, int Life, int Project);
}
