using System.Runtime.CompilerServices;
using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>
/// What every load of facts asks, compiled once for each kind of database: passes and pages ask it thousands of times a
/// day, and the larger part of a small query's time is its translation.
/// </summary>
sealed class LoadQueries
{
    static readonly ConditionalWeakTable<IModel, LoadQueries> OfModel = [];

    public static LoadQueries Of(DutyDb db) => OfModel.GetValue(db.Model, _ => new LoadQueries());

    public readonly Func<DutyDb, IAsyncEnumerable<TableMark>> Marks = EF.CompileAsyncQuery(
        (DutyDb db) => db.TableMarks
    );

    // ---- the rota

    public readonly Func<DutyDb, IAsyncEnumerable<Duty>> Duties = EF.CompileAsyncQuery(
        (DutyDb db) => db.Duties.OrderBy(d => d.Name).AsQueryable()
    );

    public readonly Func<DutyDb, IAsyncEnumerable<Person>> People = EF.CompileAsyncQuery((DutyDb db) => db.People);

    public readonly Func<DutyDb, IAsyncEnumerable<Absence>> Absences = EF.CompileAsyncQuery((DutyDb db) => db.Absences);

    public readonly Func<DutyDb, string, IAsyncEnumerable<DutyOverride>> Overrides = EF.CompileAsyncQuery(
        (DutyDb db, string duty) => db.Overrides.Where(o => o.Duty == duty)
    );

    public readonly Func<DutyDb, string, IAsyncEnumerable<DutyTurn>> Turns = EF.CompileAsyncQuery(
        (DutyDb db, string duty) => db.Turns.Where(t => t.Duty == duty)
    );

    public readonly Func<DutyDb, string, IAsyncEnumerable<StoredTurn>> PlannedTurns = EF.CompileAsyncQuery(
        (DutyDb db, string duty) => db.PlannedTurns.Where(t => t.Duty == duty)
    );

    public readonly Func<DutyDb, string, IAsyncEnumerable<TurnAct>> Acts = EF.CompileAsyncQuery(
        (DutyDb db, string duty) => db.TurnActs.OrderBy(a => a.Id).Where(a => a.Duty == duty)
    );

    public readonly Func<DutyDb, string, IAsyncEnumerable<VersionInForce>> Versions = EF.CompileAsyncQuery(
        (DutyDb db, string duty) =>
            db
                .PlaybookVersions.Where(v => v.Duty == duty)
                .OrderBy(v => v.Number)
                .Select(v => new VersionInForce(v.Number, v.Hash, v.InForceFrom))
    );

    // ---- main

    public readonly Func<DutyDb, IAsyncEnumerable<SourceRepository>> Repositories = EF.CompileAsyncQuery(
        (DutyDb db) => db.Repositories
    );

    public readonly Func<DutyDb, IAsyncEnumerable<string>> RepositoriesNamed = EF.CompileAsyncQuery(
        (DutyDb db) => db.CiResults.Select(r => r.Repository).Distinct()
    );

    public readonly Func<DutyDb, string, string, Instant, Instant, IAsyncEnumerable<CiResult>> Results =
        EF.CompileAsyncQuery(
            (DutyDb db, string repository, string branch, Instant from, Instant before) =>
                db
                    .CiResults.OrderBy(r => r.Id)
                    .Where(r => r.Repository == repository && r.Branch == branch && r.At >= from && r.At < before)
        );

    /// <summary>Of each pipeline what it said last, as far as that was before an instant: one can be red for years.</summary>
    public readonly Func<DutyDb, string, string, Instant, IAsyncEnumerable<CiResult>> LastWords = EF.CompileAsyncQuery(
        (DutyDb db, string repository, string branch, Instant before) =>
            db
                .CiResults.OrderBy(r => r.Id)
                .Where(r =>
                    db.CiResults.Where(o => o.Repository == repository && o.Branch == branch && o.At < before)
                        .GroupBy(o => new { o.Pipeline, o.Status })
                        .Select(o => o.Max(x => x.Id))
                        .Contains(r.Id)
                )
    );

    public readonly Func<DutyDb, IReadOnlyList<string>, IAsyncEnumerable<MainCommit>> Line = EF.CompileAsyncQuery(
        (DutyDb db, IReadOnlyList<string> repositories) =>
            db
                .MainCommits.Where(c => repositories.Contains(c.Repository))
                .OrderByDescending(c => c.Ordinal)
                .AsQueryable()
    );

    public readonly Func<DutyDb, IAsyncEnumerable<GonePipeline>> Gone = EF.CompileAsyncQuery(
        (DutyDb db) => db.GonePipelines.OrderBy(g => g.Id).AsQueryable()
    );

    // ---- errors

    public readonly Func<DutyDb, IAsyncEnumerable<Project>> Projects = EF.CompileAsyncQuery((DutyDb db) => db.Projects);

    public readonly Func<DutyDb, IReadOnlyList<int>, IAsyncEnumerable<ProjectEnvironment>> Environments =
        EF.CompileAsyncQuery(
            (DutyDb db, IReadOnlyList<int> projects) => db.ProjectEnvironments.Where(e => projects.Contains(e.Project))
        );

    public readonly Func<DutyDb, IReadOnlyList<int>, IAsyncEnumerable<TrackedError>> Errors = EF.CompileAsyncQuery(
        (DutyDb db, IReadOnlyList<int> projects) =>
            db.Errors.OrderBy(e => e.Id).Where(e => projects.Contains(e.Project) && e.Status == ErrorStatus.Open)
    );

    /// <summary>Of the open errors of these projects, and those without an error.</summary>
    public readonly Func<DutyDb, IReadOnlyList<int>, IAsyncEnumerable<Poke>> Pokes = EF.CompileAsyncQuery(
        (DutyDb db, IReadOnlyList<int> projects) =>
            db.Pokes.Where(p =>
                p.ErrorId == null
                || db.Errors.Any(e => e.Id == p.ErrorId && projects.Contains(e.Project) && e.Status == ErrorStatus.Open)
            )
    );

    public readonly Func<DutyDb, IReadOnlyList<int>, IAsyncEnumerable<Suggestion>> Suggestions = EF.CompileAsyncQuery(
        (DutyDb db, IReadOnlyList<int> projects) =>
            db.Suggestions.Where(s =>
                db.Errors.Any(e => e.Id == s.ErrorId && projects.Contains(e.Project) && e.Status == ErrorStatus.Open)
            )
    );

    // ---- the day's work

    public readonly Func<DutyDb, string, int, IAsyncEnumerable<LogEntry>> Entries = EF.CompileAsyncQuery(
        (DutyDb db, string duty, int most) =>
            db
                .LogEntries.Where(e =>
                    e.Duty == duty
                    && (
                        e.To == null
                        || db.LogEntries.Where(o => o.Duty == duty)
                            .OrderByDescending(o => o.From)
                            .Take(most)
                            .Any(o => o.Id == e.Id)
                    )
                )
                .OrderByDescending(e => e.From)
                .AsQueryable()
    );

    public readonly Func<DutyDb, string, Instant, IAsyncEnumerable<ChecklistRun>> Runs = EF.CompileAsyncQuery(
        (DutyDb db, string duty, Instant today) =>
            db
                .ChecklistRuns.OrderBy(r => r.Id)
                .Where(r => r.Duty == duty && (r.ClosedAt == null || r.ClosedAt >= today))
    );

    public readonly Func<DutyDb, string, Instant, IAsyncEnumerable<Fact>> Record = EF.CompileAsyncQuery(
        (DutyDb db, string duty, Instant from) =>
            db.Facts.OrderBy(f => f.Id).Where(f => f.At >= from && (f.Duty == null || f.Duty == duty))
    );

    public readonly Func<DutyDb, string, Instant, IAsyncEnumerable<Fact>> PassedGates = EF.CompileAsyncQuery(
        (DutyDb db, string duty, Instant from) =>
            db.Facts.OrderBy(f => f.Id).Where(f => f.Duty == duty && f.Kind == FactKind.GateOverridden && f.At >= from)
    );

    public readonly Func<DutyDb, string, Task<FactKind?>> MainRecorded = EF.CompileAsyncQuery(
        (DutyDb db, string duty) =>
            db
                .Facts.Where(f =>
                    f.Duty == duty
                    && (f.Kind == FactKind.MainRed || f.Kind == FactKind.MainGreen || f.Kind == FactKind.MainUnseen)
                )
                .OrderByDescending(f => f.Id)
                .Select(f => (FactKind?)f.Kind)
                .FirstOrDefault()
    );

    public readonly Func<DutyDb, string, Task<Instant?>> PerformanceCheckedAt = EF.CompileAsyncQuery(
        (DutyDb db, string duty) =>
            db
                .Facts.Where(f => f.Duty == duty && f.Kind == FactKind.PerformanceChecked)
                .OrderByDescending(f => f.Id)
                .Select(f => (Instant?)f.At)
                .FirstOrDefault()
    );

    public readonly Func<DutyDb, Instant, IAsyncEnumerable<string>> EffectKeys = EF.CompileAsyncQuery(
        (DutyDb db, Instant from) => db.Outbox.Where(m => m.CreatedAt >= from).Select(m => m.Key)
    );

    // ---- production

    /// <summary>All of them: what runs may have been shipped long ago.</summary>
    public readonly Func<DutyDb, IAsyncEnumerable<Rollout>> Rollouts = EF.CompileAsyncQuery(
        (DutyDb db) => db.Rollouts.OrderBy(r => r.Id).Where(r => r.Environment == Domain.Environments.Production)
    );

    /// <summary>Those that stand, and what every roll back left: only what contains its mending ships.</summary>
    public readonly Func<DutyDb, IAsyncEnumerable<Hold>> Holds = EF.CompileAsyncQuery(
        (DutyDb db) => db.Holds.OrderBy(h => h.Id).Where(h => h.LiftedAt == null || h.RolloutId != null)
    );

    public readonly Func<DutyDb, IReadOnlyList<long>, IAsyncEnumerable<Judgement>> Judgements = EF.CompileAsyncQuery(
        (DutyDb db, IReadOnlyList<long> rollouts) =>
            db
                .Judgements.OrderBy(j => j.Id)
                .Where(j =>
                    rollouts.Contains(j.RolloutId)
                    || db.Judgements.Any(o =>
                        o.RolloutId == j.RolloutId && o.Word == JudgementWord.Real && o.Owner == null
                    )
                )
    );

    public readonly Func<DutyDb, IReadOnlyList<int>, Instant, Instant, IAsyncEnumerable<TimedRequests>> Requests =
        EF.CompileAsyncQuery(
            (DutyDb db, IReadOnlyList<int> projects, Instant from, Instant to) =>
                db
                    .Minutes.Where(m => projects.Contains(m.Project) && m.Minute >= from && m.Minute <= to)
                    .GroupBy(m => new
                    {
                        m.Project,
                        m.Environment,
                        m.Minute,
                    })
                    .Select(e => new TimedRequests(
                        e.Key.Project,
                        e.Key.Environment,
                        e.Key.Minute,
                        e.Sum(m => m.Count),
                        e.All(m => m.CountIsTrue)
                    ))
        );

    public readonly Func<DutyDb, int, string, Task<Instant?>> LastMinute = EF.CompileAsyncQuery(
        (DutyDb db, int project, string environment) =>
            db
                .Minutes.Where(m => m.Project == project && m.Environment == environment)
                .OrderByDescending(m => m.Minute)
                .Select(m => (Instant?)m.Minute)
                .FirstOrDefault()
    );

    public readonly Func<DutyDb, IReadOnlyList<int>, IAsyncEnumerable<LastError>> LastErrors = EF.CompileAsyncQuery(
        (DutyDb db, IReadOnlyList<int> projects) =>
            db
                .Errors.Where(e => projects.Contains(e.Project))
                .GroupBy(e => new { e.Project, e.Environment })
                .Select(e => new LastError(e.Key.Project, e.Key.Environment, e.Max(x => x.LastSeen)))
    );

    public readonly Func<DutyDb, IAsyncEnumerable<Connection>> Polled = EF.CompileAsyncQuery(
        (DutyDb db) => db.Connections.Where(c => c.Kind == ConnectionKind.Prometheus)
    );

    public readonly Func<DutyDb, string, Instant, IAsyncEnumerable<NumberSignal>> Numbers = EF.CompileAsyncQuery(
        (DutyDb db, string name, Instant from) => db.Numbers.Where(n => n.Name == name && n.At >= from)
    );

    public readonly Func<DutyDb, string, IAsyncEnumerable<NumberSignal>> LastNumber = EF.CompileAsyncQuery(
        (DutyDb db, string name) =>
            db.Numbers.Where(n => n.Name == name).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(1)
    );
}

/// <summary>A version of a playbook without its text.</summary>
sealed record VersionInForce(int Number, string Hash, Instant InForceFrom);

/// <summary>Requests of a project in one minute; a count that is not true comes from sampled traces.</summary>
sealed record TimedRequests(int Project, string Environment, Instant Minute, double Count, bool True);

/// <summary>When a project last sent an error from an environment.</summary>
sealed record LastError(int Project, string Environment, Instant At);
