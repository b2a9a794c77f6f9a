using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Loads everything that is known of one duty at a moment.</summary>
static class DutyFactsLoading
{
    /// <summary>Results of CI that are looked at; more than any team makes in two weeks of main.</summary>
    const int NewestResults = 1000;

    const int NewestEntries = 30;

    /// <summary>Null when there is no such duty.</summary>
    public static async Task<DutyFacts?> LoadFacts(this DutyDb db, string dutyId, Instant now)
    {
        var ask = LoadQueries.Of(db);
        var duties = await ask.Duties(db).ToListAsync();
        if (duties.FirstOrDefault(d => d.Id == dutyId) is not { } duty)
            return null;
        var (version, playbook) = await db.PlaybookInForce(dutyId, now);
        var people = await ask.People(db).ToListAsync();
        var rota = RotaOf.Duty(
            duty,
            playbook,
            people,
            await ask.Absences(db).ToListAsync(),
            await ask.Overrides(db, dutyId).ToListAsync(),
            await ask.Turns(db, dutyId).ToListAsync(),
            await ask.PlannedTurns(db, dutyId).ToListAsync()
        );
        var facts = new DutyFacts
        {
            Now = now,
            Duty = duty,
            Playbook = playbook,
            Version = version,
            Rota = rota,
            People = people.ToDictionary(p => p.Handle, StringComparer.Ordinal),
            Acts = await ask.Acts(db, dutyId).ToListAsync(),
        };
        facts = await WithMain(db, facts, duties);
        facts = await WithErrors(db, facts, duties);
        facts = await WithWork(db, facts);
        return await RolloutFactsLoading.With(db, facts, duties);
    }

    /// <summary>Of every duty, by its name.</summary>
    public static async Task<List<DutyFacts>> LoadAllFacts(this DutyDb db, Instant now)
    {
        var all = new List<DutyFacts>();
        foreach (var id in await db.Duties.OrderBy(d => d.Name).Select(d => d.Id).ToListAsync())
            all.Add((await db.LoadFacts(id, now))!);
        return all;
    }

    /// <summary>Of every duty whose playbook can be read: one that cannot takes nobody's page away.</summary>
    public static async Task<List<DutyFacts>> LoadReadableFacts(this DutyDb db, Instant now)
    {
        var all = new List<DutyFacts>();
        foreach (var id in await db.Duties.OrderBy(d => d.Name).Select(d => d.Id).ToListAsync())
            if (await db.ReadablePlaybook(id, now) is not null)
                all.Add((await db.LoadFacts(id, now))!);
        return all;
    }

    static async Task<DutyFacts> WithMain(DutyDb db, DutyFacts facts, List<Duty> duties)
    {
        var ask = LoadQueries.Of(db);
        var repositories = (await ask.Repositories(db).ToListAsync()).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var named = await ask.RepositoriesNamed(db).ToListAsync();
        var mine = named
            .Concat(repositories.Keys)
            .Distinct(StringComparer.Ordinal)
            .Where(r => DutyAssignment.OfRepository(duties, r)?.Id == facts.Duty.Id)
            .ToList();
        if (mine.Count == 0)
            return facts;
        var results = await ask.Results(db, mine, NewestResults).ToListAsync();
        results.RemoveAll(r => r.Branch != (repositories.GetValueOrDefault(r.Repository)?.Main ?? "main"));
        results.Reverse();
        var line = await ask.Line(db, mine, NewestResults).ToListAsync();
        return facts with
        {
            Line = line,
            Results = results,
            Main = MainHistory.Of(results, line, facts.Now),
            FlakyTests = FlakyTests.Of(results, facts.Now),
        };
    }

    static async Task<DutyFacts> WithErrors(DutyDb db, DutyFacts facts, List<Duty> duties)
    {
        var ask = LoadQueries.Of(db);
        var mine = await ProjectsOf(db, facts.Duty, duties);
        facts = facts with { Pokes = await ask.Pokes(db, mine).ToListAsync() };
        if (mine.Count == 0)
            return facts;
        var environments = await ask.Environments(db, mine).ToListAsync();
        return facts with
        {
            Projects = mine,
            Errors = await ask.Errors(db, mine).ToListAsync(),
            Suggestions = await ask.Suggestions(db, mine).ToListAsync(),
            ConnectedEnvironments = environments.Select(e => e.Environment).ToHashSet(StringComparer.Ordinal),
            PerformanceConnected = environments.Any(e => e.Timings),
        };
    }

    static async Task<DutyFacts> WithWork(DutyDb db, DutyFacts facts)
    {
        var (ask, duty, today) = (LoadQueries.Of(db), facts.Duty.Id, facts.StartOfToday);
        var entries = await ask.Entries(db, duty, NewestEntries).ToListAsync();
        var from = entries.Where(e => e.To is null).Select(e => e.From).Append(today).Min();
        var runs = await ask.Runs(db, duty, today).ToListAsync();
        return facts with
        {
            Entries = entries,
            Record = await ask.Record(db, duty, from).ToListAsync(),
            Runs = runs,
            OtherVersions = await OtherVersions(db, facts, runs),
            MainRecorded = await ask.MainRecorded(db, duty),
            EffectKeys = await ask.EffectKeys(db, facts.Now - Duration.FromDays(10))
                .ToHashSetAsync(StringComparer.Ordinal),
            PerformanceCheckedAt = await ask.PerformanceCheckedAt(db, duty),
        };
    }

    static async Task<IReadOnlyDictionary<int, Playbook>> OtherVersions(
        DutyDb db,
        DutyFacts facts,
        IReadOnlyList<ChecklistRun> runs
    )
    {
        var others = new Dictionary<int, Playbook>();
        foreach (var number in runs.Select(r => r.Version).Where(v => v != facts.Version).Distinct())
            if (await db.ReadablePlaybookOf(facts.Duty.Id, number) is { } other)
                others[number] = other;
        return others;
    }

    static async Task<IReadOnlyList<int>> ProjectsOf(DutyDb db, Duty duty, List<Duty> duties) =>
        [
            .. (await LoadQueries.Of(db).Projects(db).ToListAsync())
                .Where(p => DutyAssignment.OfProject(duties, p.Name)?.Id == duty.Id)
                .Select(p => p.Id),
        ];
}
