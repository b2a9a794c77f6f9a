using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Loads everything that is known of one duty at a moment.</summary>
static class DutyFactsLoading
{
    /// <summary>Results of CI that are looked at; more than any team makes in two weeks of main.</summary>
    const int NewestResults = 1000;

    /// <summary>Null when there is no such duty.</summary>
    public static async Task<DutyFacts?> LoadFacts(this DutyDb db, string dutyId, Instant now)
    {
        var duties = await db.Duties.ToListAsync();
        if (duties.FirstOrDefault(d => d.Id == dutyId) is not { } duty)
            return null;
        var (version, playbook) = await db.PlaybookInForce(dutyId, now);
        var people = await db.People.ToListAsync();
        var rota = RotaOf.Duty(
            duty,
            playbook,
            people,
            await db.Absences.ToListAsync(),
            await db.Overrides.Where(o => o.Duty == dutyId).ToListAsync(),
            await db.Turns.Where(t => t.Duty == dutyId).ToListAsync(),
            await db.PlannedTurns.Where(t => t.Duty == dutyId).ToListAsync()
        );
        var facts = new DutyFacts
        {
            Now = now,
            Duty = duty,
            Playbook = playbook,
            Version = version,
            Rota = rota,
            People = people.ToDictionary(p => p.Handle, StringComparer.Ordinal),
            Acts = await db.TurnActs.Where(a => a.Duty == dutyId).OrderBy(a => a.Id).ToListAsync(),
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
        var repositories = (await db.Repositories.ToListAsync()).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var named = await db.CiResults.Select(r => r.Repository).Distinct().ToListAsync();
        var mine = named
            .Concat(repositories.Keys)
            .Distinct(StringComparer.Ordinal)
            .Where(r => DutyAssignment.OfRepository(duties, r)?.Id == facts.Duty.Id)
            .ToList();
        if (mine.Count == 0)
            return facts;
        var results = await db
            .CiResults.Where(r => mine.Contains(r.Repository))
            .OrderByDescending(r => r.Id)
            .Take(NewestResults)
            .ToListAsync();
        results.RemoveAll(r => r.Branch != (repositories.GetValueOrDefault(r.Repository)?.Main ?? "main"));
        results.Reverse();
        var line = await db
            .MainCommits.Where(c => mine.Contains(c.Repository))
            .OrderByDescending(c => c.Ordinal)
            .Take(NewestResults)
            .ToListAsync();
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
        var mine = await ProjectsOf(db, facts.Duty, duties);
        if (mine.Count == 0)
            return facts with { Pokes = await db.Pokes.Where(p => p.ErrorId == null).ToListAsync() };
        var errors = await db
            .Errors.Where(e => mine.Contains(e.Project) && e.Status == ErrorStatus.Open)
            .OrderBy(e => e.Id)
            .ToListAsync();
        var open = db.Errors.Where(e => mine.Contains(e.Project) && e.Status == ErrorStatus.Open).Select(e => e.Id);
        var environments = await db.ProjectEnvironments.Where(e => mine.Contains(e.Project)).ToListAsync();
        return facts with
        {
            Projects = mine,
            Errors = errors,
            Pokes = await db.Pokes.Where(p => p.ErrorId == null || open.Contains(p.ErrorId.Value)).ToListAsync(),
            Suggestions = await db.Suggestions.Where(s => open.Contains(s.ErrorId)).ToListAsync(),
            ConnectedEnvironments = environments.Select(e => e.Environment).ToHashSet(StringComparer.Ordinal),
            PerformanceConnected = environments.Any(e => e.Timings),
        };
    }

    static async Task<DutyFacts> WithWork(DutyDb db, DutyFacts facts)
    {
        var (duty, today) = (facts.Duty.Id, facts.StartOfToday);
        var entries = await db
            .LogEntries.Where(e => e.Duty == duty)
            .OrderByDescending(e => e.From)
            .Take(30)
            .ToListAsync();
        var from = entries.Where(e => e.To is null).Select(e => e.From).Append(today).Min();
        FactKind[] ofMain = [FactKind.MainRed, FactKind.MainGreen, FactKind.MainUnseen];
        var runs = await db
            .ChecklistRuns.Where(r => r.Duty == duty && (r.ClosedAt == null || r.ClosedAt >= today))
            .OrderBy(r => r.Id)
            .ToListAsync();
        return facts with
        {
            Entries = entries,
            Record = await db
                .Facts.Where(f => f.At >= from && (f.Duty == null || f.Duty == duty))
                .OrderBy(f => f.Id)
                .ToListAsync(),
            Runs = runs,
            OtherVersions = await OtherVersions(db, facts, runs),
            MainRecorded = await db
                .Facts.Where(f => f.Duty == duty && ofMain.Contains(f.Kind))
                .OrderByDescending(f => f.Id)
                .Select(f => (FactKind?)f.Kind)
                .FirstOrDefaultAsync(),
            EffectKeys = (
                await db
                    .Outbox.Where(m => m.CreatedAt >= facts.Now - Duration.FromDays(10))
                    .Select(m => m.Key)
                    .ToListAsync()
            ).ToHashSet(StringComparer.Ordinal),
            PerformanceCheckedAt = await db
                .Facts.Where(f => f.Duty == duty && f.Kind == FactKind.PerformanceChecked)
                .OrderByDescending(f => f.Id)
                .Select(f => (Instant?)f.At)
                .FirstOrDefaultAsync(),
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
            .. (await db.Projects.ToListAsync())
                .Where(p => DutyAssignment.OfProject(duties, p.Name)?.Id == duty.Id)
                .Select(p => p.Id),
        ];
}
