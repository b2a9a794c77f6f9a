using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Store;

/// <summary>Keys and indexes.</summary>
static class DutyDbModel
{
    public static void Build(ModelBuilder model)
    {
        Team(model);
        Sources(model);
        Work(model);
        Access(model);
    }

    static void Team(ModelBuilder model)
    {
        model.Entity<Fact>().HasIndex(f => f.At);
        model
            .Entity<Fact>()
            .HasIndex(f => new
            {
                f.Duty,
                f.Kind,
                f.At,
            });
        model.Entity<Person>().HasKey(p => p.Handle);
        model.Entity<Duty>().HasKey(d => d.Id);
        model.Entity<PlaybookVersion>().HasKey(v => new { v.Duty, v.Number });
        // The same days by hand and from calendars are rows of their own: each goes when its source says so.
        model
            .Entity<Absence>()
            .HasKey(a => new
            {
                a.Person,
                a.From,
                a.To,
                a.Source,
            });
        model.Entity<AbsenceCalendar>().HasIndex(c => c.Person).IsUnique();
        model.Entity<AbsenceCalendar>().Ignore(c => c.Source);
        model.Entity<DutyTurn>().HasKey(t => new { t.Duty, t.Date });
        model.Entity<StoredTurn>().HasKey(t => new { t.Duty, t.Date });
        model.Entity<PlanMark>().HasKey(m => m.From);
        model.Entity<TurnMove>().HasIndex(m => new { m.Duty, m.Date });
        model.Entity<DutyOverride>().HasKey(o => new { o.Duty, o.Date });
        model.Entity<Swap>().HasKey(s => s.Id);
        model.Entity<TurnAct>().HasIndex(a => new { a.Duty, a.At });
    }

    static void Sources(ModelBuilder model)
    {
        model
            .Entity<CiResult>()
            .HasIndex(r => new
            {
                r.Repository,
                r.Branch,
                r.At,
            });
        model.Entity<SourceRepository>().HasKey(r => r.Id);
        model.Entity<MainCommit>().HasKey(c => new { c.Repository, c.Sha });
        model.Entity<MainCommit>().HasIndex(c => new { c.Repository, c.Ordinal });
        model.Entity<Project>().HasIndex(p => p.Name).IsUnique();
        model
            .Entity<SourceMapRow>()
            .HasKey(m => new
            {
                m.Project,
                m.Release,
                m.File,
            });
        model.Entity<NumberSignal>().HasIndex(n => new { n.Name, n.At });
    }

    static void Work(ModelBuilder model)
    {
        model.Entity<TrackedError>().HasIndex(e => new { e.Project, e.Environment });
        model.Entity<TrackedError>().HasIndex(e => e.Status);
        // What was kept before titles lost their namespaces is shown without them, too.
        model.Entity<TrackedError>().Property(e => e.Title).HasConversion(t => t, t => ErrorTitle.Shown(t));
        model.Entity<Ticket>().Property(t => t.Title).HasConversion(t => t, t => ErrorTitle.Shown(t));
        model.Entity<ErrorEvent>().HasIndex(e => new { e.ErrorId, e.Id });
        model.Entity<ErrorEvent>().HasIndex(e => e.At);
        model.Entity<SeenEvent>().Property(e => e.Id).ValueGeneratedNever();
        model.Entity<ErrorUser>().HasKey(u => new { u.ErrorId, u.UserKey });
        model
            .Entity<ErrorKey>()
            .HasKey(k => new
            {
                k.Project,
                k.Environment,
                k.Key,
            });
        model.Entity<ErrorKey>().HasIndex(k => k.ErrorId);
        model.Entity<Regrouping>().HasIndex(r => r.Kept);
        model.Entity<Regrouping>().HasIndex(r => r.Other);
        model.Entity<Regrouping>().HasIndex(r => r.Fact);
        model.Entity<ProjectEnvironment>().HasKey(e => new { e.Project, e.Environment });
        model.Entity<Suggestion>().HasKey(s => new { s.ErrorId, s.Rank });
        model.Entity<OutboxMessage>().HasIndex(m => m.Key).IsUnique();
        model.Entity<OutboxMessage>().HasIndex(m => new { m.State, m.NextAttemptAt });
        model
            .Entity<MinuteRow>()
            .HasKey(m => new
            {
                m.Project,
                m.Environment,
                m.Minute,
                m.Endpoint,
                m.Release,
                m.Segment,
            });
        model.Entity<Poke>().HasIndex(p => p.ErrorId);
        model.Entity<Ticket>().HasIndex(t => new { t.ErrorId, t.Life }).IsUnique();
        model.Entity<Rollout>().HasIndex(r => r.StartedAt);
        model.Entity<RolloutOutput>().HasIndex(o => o.RolloutId);
        model.Entity<RolloutLease>().HasKey(l => l.RolloutId);
        model.Entity<RolloutLease>().Property(l => l.RolloutId).ValueGeneratedNever();
        model.Entity<ChecklistRun>().HasIndex(r => new { r.Duty, r.ClosedAt });
        model
            .Entity<LogEntry>()
            .HasIndex(e => new
            {
                e.Duty,
                e.From,
                e.Person,
            })
            .IsUnique();
        model.Entity<Judgement>().HasIndex(j => j.RolloutId);
    }

    static void Access(ModelBuilder model)
    {
        model.Entity<Account>().HasKey(a => a.Person);
        model.Entity<OneTimeAddress>().HasKey(a => a.Hash);
        model.Entity<ApiToken>().HasIndex(t => t.Hash).IsUnique();
        model.Entity<WallKey>().HasIndex(k => k.Hash).IsUnique();
        model.Entity<CalendarKey>().HasKey(k => k.Person);
        model.Entity<CalendarKey>().HasIndex(k => k.Hash).IsUnique();
        model.Entity<Connection>().HasKey(c => c.Id);
        model.Entity<IdempotentAnswer>().HasKey(a => new { a.By, a.Key });
        model.Entity<IdempotentAnswer>().HasIndex(a => a.At);
        model.Entity<AuditRow>().HasIndex(a => a.At);
        model.Entity<TableMark>().HasKey(m => m.Table);
    }
}
