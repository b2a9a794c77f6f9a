using System.Data.Common;
using DutyGuy.Domain;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Store;

/// <summary>The tables. The rows are the domain's own records; the model is the same on both databases.</summary>
public abstract partial class DutyDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Fact> Facts => Set<Fact>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Duty> Duties => Set<Duty>();
    public DbSet<PlaybookVersion> PlaybookVersions => Set<PlaybookVersion>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<AbsenceCalendar> AbsenceCalendars => Set<AbsenceCalendar>();
    public DbSet<DutyTurn> Turns => Set<DutyTurn>();
    public DbSet<StoredTurn> PlannedTurns => Set<StoredTurn>();
    public DbSet<PlanMark> PlanMarks => Set<PlanMark>();
    public DbSet<TurnMove> TurnMoves => Set<TurnMove>();
    public DbSet<DutyOverride> Overrides => Set<DutyOverride>();
    public DbSet<Swap> Swaps => Set<Swap>();
    public DbSet<TurnAct> TurnActs => Set<TurnAct>();
    public DbSet<CiResult> CiResults => Set<CiResult>();
    public DbSet<GonePipeline> GonePipelines => Set<GonePipeline>();
    public DbSet<SourceRepository> Repositories => Set<SourceRepository>();
    public DbSet<MainCommit> MainCommits => Set<MainCommit>();
    public DbSet<Project> Projects => Set<Project>();
    public DbSet<TrackedError> Errors => Set<TrackedError>();
    public DbSet<SourceMapRow> SourceMaps => Set<SourceMapRow>();
    public DbSet<ErrorEvent> ErrorEvents => Set<ErrorEvent>();
    public DbSet<SeenEvent> SeenEvents => Set<SeenEvent>();
    public DbSet<ErrorUser> ErrorUsers => Set<ErrorUser>();
    public DbSet<ErrorKey> ErrorKeys => Set<ErrorKey>();
    public DbSet<Regrouping> Regroupings => Set<Regrouping>();
    public DbSet<ProjectEnvironment> ProjectEnvironments => Set<ProjectEnvironment>();
    public DbSet<MinuteRow> Minutes => Set<MinuteRow>();
    public DbSet<Suggestion> Suggestions => Set<Suggestion>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<Poke> Pokes => Set<Poke>();
    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<Rollout> Rollouts => Set<Rollout>();
    public DbSet<RolloutOutput> RolloutOutput => Set<RolloutOutput>();
    public DbSet<RolloutLease> RolloutLeases => Set<RolloutLease>();
    public DbSet<Hold> Holds => Set<Hold>();
    public DbSet<ChecklistRun> ChecklistRuns => Set<ChecklistRun>();
    public DbSet<LogEntry> LogEntries => Set<LogEntry>();
    public DbSet<Judgement> Judgements => Set<Judgement>();
    public DbSet<NumberSignal> Numbers => Set<NumberSignal>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<OneTimeAddress> OneTimeAddresses => Set<OneTimeAddress>();
    public DbSet<ApiToken> Tokens => Set<ApiToken>();
    public DbSet<WallKey> WallKeys => Set<WallKey>();
    public DbSet<CalendarKey> CalendarKeys => Set<CalendarKey>();
    public DbSet<Connection> Connections => Set<Connection>();
    public DbSet<IdempotentAnswer> IdempotentAnswers => Set<IdempotentAnswer>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<TableMark> TableMarks => Set<TableMark>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>All queries until the end of what is returned see one moment, and nobody waits for them.</summary>
    public async Task<DbTransaction> BeginReading(CancellationToken stop = default)
    {
        await Database.OpenConnectionAsync(stop);
        var moment = await Moment(Database.GetDbConnection(), stop);
        await Database.UseTransactionAsync(moment, stop);
        return moment;
    }

    protected abstract Task<DbTransaction> Moment(DbConnection connection, CancellationToken stop);

    /// <summary>Takes the one writer's place until the transaction ends (see docs/decisions/one-writer.md).</summary>
    public abstract Task LockForWriting(CancellationToken stop);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => Conversions.Add(conventions);

    protected override void OnModelCreating(ModelBuilder model) => DutyDbModel.Build(model);
}
