using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Loads everything that is known of one duty at a moment.</summary>
public static class DutyFactsLoading
{
    const int NewestEntries = 30;

    static readonly Type[] RotaTables =
    [
        typeof(Duty),
        typeof(PlaybookVersion),
        typeof(Person),
        typeof(Absence),
        typeof(DutyOverride),
        typeof(DutyTurn),
        typeof(StoredTurn),
    ];

    /// <summary>Null when there is no such duty.</summary>
    public static async Task<DutyFacts?> LoadFacts(this DutyDb db, string dutyId, Instant now)
    {
        var ask = LoadQueries.Of(db);
        var duties = await db.EveryDuty();
        if (duties.FirstOrDefault(d => d.Id == dutyId) is not { } duty)
            return null;
        var (version, playbook) = await db.PlaybookInForce(dutyId, now);
        var people = await db.Keep([typeof(Person)], "people", null, () => ask.People(db).ToListAsync());
        var rota = await db.Keep(
            RotaTables,
            $"rota of {dutyId}",
            version,
            async () =>
                RotaOf.Duty(
                    duty,
                    playbook,
                    people,
                    await ask.Absences(db).ToListAsync(),
                    await ask.Overrides(db, dutyId).ToListAsync(),
                    await ask.Turns(db, dutyId).ToListAsync(),
                    await ask.PlannedTurns(db, dutyId).ToListAsync()
                )
        );
        var facts = new DutyFacts
        {
            Now = now,
            Duty = duty,
            Playbook = playbook,
            Version = version,
            Rota = rota,
            People = people.ToDictionary(p => p.Handle, StringComparer.Ordinal),
            Acts = await db.Keep(
                [typeof(TurnAct)],
                $"acts of {dutyId}",
                null,
                () => ask.Acts(db, dutyId).ToListAsync()
            ),
        };
        facts = await MainLoading.With(db, facts, duties);
        facts = await WithErrors(db, facts, duties);
        facts = await NobodysLoading.With(db, facts, duties);
        facts = await WithWork(db, facts);
        return await RolloutFactsLoading.With(db, facts, duties);
    }

    /// <summary>Of every duty, by its name.</summary>
    public static async Task<IReadOnlyList<DutyFacts>> LoadAllFacts(this DutyDb db, Instant now)
    {
        var all = new List<DutyFacts>();
        foreach (var duty in await db.AllDuties())
            all.Add((await db.LoadFacts(duty.Id, now))!);
        return all;
    }

    /// <summary>Of every duty whose playbook can be read: one that cannot takes nobody's page away.</summary>
    public static async Task<IReadOnlyList<DutyFacts>> LoadReadableFacts(this DutyDb db, Instant now)
    {
        var all = new List<DutyFacts>();
        foreach (var duty in await db.AllDuties())
            if (await db.ReadablePlaybook(duty.Id, now) is not null)
                all.Add((await db.LoadFacts(duty.Id, now))!);
        return all;
    }

    /// <summary>Those that were not ended, by name.</summary>
    public static async Task<IReadOnlyList<Duty>> AllDuties(this DutyDb db) =>
        [.. (await db.EveryDuty()).Where(d => d.EndedAt is null)];

    /// <summary>Also those that were ended, whose past is read; by name.</summary>
    public static async Task<IReadOnlyList<Duty>> EveryDuty(this DutyDb db) =>
        await db.Keep([typeof(Duty)], "duties", null, () => LoadQueries.Of(db).Duties(db).ToListAsync());

    static async Task<DutyFacts> WithErrors(DutyDb db, DutyFacts facts, IReadOnlyList<Duty> duties)
    {
        var ask = LoadQueries.Of(db);
        var mine = await ProjectsOf(db, facts.Duty, duties);
        facts = facts with { Pokes = await OfProjects([typeof(Poke), typeof(TrackedError)], "pokes", ask.Pokes) };
        if (mine.Count == 0)
            return facts;
        var environments = await OfProjects([typeof(ProjectEnvironment)], "environments", ask.Environments);
        return facts with
        {
            Projects = mine,
            Errors = await OfProjects([typeof(TrackedError)], "errors", ask.Errors),
            Suggestions = await OfProjects([typeof(Suggestion), typeof(TrackedError)], "suggestions", ask.Suggestions),
            ConnectedEnvironments = environments.Select(e => e.Environment).ToHashSet(StringComparer.Ordinal),
            PerformanceConnected = environments.Any(e => e.Timings),
        };

        Task<List<T>> OfProjects<T>(
            Type[] tables,
            string what,
            Func<DutyDb, IReadOnlyList<int>, IAsyncEnumerable<T>> query
        ) => db.Keep(tables, $"{what} of {facts.Duty.Id}", string.Join(' ', mine), () => query(db, mine).ToListAsync());
    }

    static async Task<DutyFacts> WithWork(DutyDb db, DutyFacts facts)
    {
        var (ask, duty, today) = (LoadQueries.Of(db), facts.Duty.Id, facts.StartOfToday);
        var entries = await db.Keep(
            [typeof(LogEntry)],
            $"entries of {duty}",
            null,
            () => ask.Entries(db, duty, NewestEntries).ToListAsync()
        );
        var from = entries.Where(e => e.To is null).Select(e => e.From).Append(today).Min();
        var lately = today - PassOverrides.Reach;
        var runs = await db.Keep(
            [typeof(ChecklistRun)],
            $"runs of {duty}",
            today,
            () => ask.Runs(db, duty, today).ToListAsync()
        );
        return facts with
        {
            Entries = entries,
            Record = await OfFacts("record", from, () => ask.Record(db, duty, from).ToListAsync()),
            Overrides = await OfFacts("overrides", lately, () => ask.PassedGates(db, duty, lately).ToListAsync()),
            Runs = runs,
            OtherVersions = await OtherVersions(db, facts, runs),
            MainRecorded = await OfFacts("main recorded", null, async () => await ask.MainRecorded(db, duty)),
            EffectKeys = await EffectKeys(db, today - Duration.FromDays(10)),
            PerformanceCheckedAt = await OfFacts(
                "performance checked",
                null,
                async () => await ask.PerformanceCheckedAt(db, duty)
            ),
        };

        Task<T> OfFacts<T>(string what, Instant? since, Func<ValueTask<T>> query) =>
            db.Keep([typeof(Fact)], $"{what} of {duty}", since, query);
    }

    static Task<HashSet<string>> EffectKeys(DutyDb db, Instant from) =>
        db.Keep(
            [typeof(OutboxMessage)],
            "effect keys",
            from,
            () => LoadQueries.Of(db).EffectKeys(db, from).ToHashSetAsync(StringComparer.Ordinal)
        );

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

    static async Task<IReadOnlyList<int>> ProjectsOf(DutyDb db, Duty duty, IReadOnlyList<Duty> duties)
    {
        var all = await db.Keep(
            [typeof(Project)],
            "projects",
            null,
            () => LoadQueries.Of(db).Projects(db).ToListAsync()
        );
        return [.. all.Where(p => DutyAssignment.OfProject(duties, p.Name)?.Id == duty.Id).Select(p => p.Id)];
    }
}
