using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Rollouts;

/// <summary>Rollouts made elsewhere: told here, watched here, never run here.</summary>
static class ReportRollout
{
    public sealed record Report(
        string Release,
        string Commit,
        string Environment,
        string? Service,
        RolloutKind? Kind,
        Instant? At
    );

    /// <summary>How long a word is waited for where no program of ours says it.</summary>
    static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    public sealed record ProgressBody(RolloutProgress State, string? Text, Instant? At, string? By);

    public static async Task<IResult> Post(Report report, Caller caller, DutyStore store, IClock clock)
    {
        if (Missing(report) is { } field)
            return Refusal.Invalid($"“{field}” is missing.", field).ToProblem();
        if (!CiResult.IsName(report.Commit))
            return Refusal.Invalid("A commit is named by letters, digits and . _ : / + @ -", "commit").ToProblem();
        var (rollout, isNew) = await store.Change(db => Add(db, report, caller, clock.GetCurrentInstant()));
        return await PressButton.Shown(rollout, store, clock, isNew);
    }

    public static async Task<IResult> Progress(
        long id,
        ProgressBody body,
        DutyStore store,
        ServerPrograms programs,
        IClock clock
    )
    {
        var patience = Duration.FromTimeSpan(programs.Production?.Timeout ?? Usual);
        var told = await store.Change(db => Tell(db, id, body, patience, clock.GetCurrentInstant()));
        return told.Refusal is { } refusal
            ? refusal.ToProblem()
            : await PressButton.Shown(told.Value!, store, clock, created: false);
    }

    static string? Missing(Report report) =>
        string.IsNullOrWhiteSpace(report.Release) ? "release"
        : string.IsNullOrWhiteSpace(report.Commit) ? "commit"
        : string.IsNullOrWhiteSpace(report.Environment) ? "environment"
        : null;

    /// <summary>The sender may tell it twice: what serves already is the same rollout.</summary>
    static async Task<(Rollout Rollout, bool IsNew)> Add(DutyDb db, Report report, Caller caller, Instant now)
    {
        var service = report.Service ?? Services.Default;
        var serves = await db
            .Rollouts.Where(r => r.Environment == report.Environment && r.Service == service && r.SwitchedAt != null)
            .OrderByDescending(r => r.Id)
            .FirstOrDefaultAsync();
        if (
            serves is { Status: not RolloutStatus.RolledBack }
            && serves.To == report.Commit
            && serves.Release == report.Release
        )
            return (serves, false);
        var duty = await db.DutyOfRollouts(now, report.Service, report.Commit);
        var facts = duty is null ? null : await db.LoadFacts(duty, now);
        var rollout = await db.Insert(Made(report, service, serves, facts, now));
        db.Append(Told(rollout, report, caller, now));
        return (rollout, true);
    }

    /// <summary>Only production is watched; a turn lasts until the watch ends when somebody is on duty.</summary>
    static Rollout Made(Report report, string service, Rollout? serves, DutyFacts? facts, Instant now)
    {
        var watched = report.Environment == Environments.Production;
        var back = serves?.Status == RolloutStatus.RolledBack;
        var (ran, kind) = (back ? serves?.From : serves?.To, report.Kind ?? RolloutKind.Daily);
        return new()
        {
            Service = service,
            Environment = report.Environment,
            Kind = kind,
            Release = report.Release,
            From = ran,
            FromRelease = back ? serves?.FromRelease : serves?.Release,
            To = report.Commit,
            Status = watched ? RolloutStatus.Watching : RolloutStatus.Done,
            Duty = facts?.OnDuty.Person is null ? null : facts.Duty.Id,
            StartedAt = now,
            SwitchedAt = now,
            EndedAt = watched ? null : now,
            WatchUntil = watched ? now + RolloutLife.WatchOf(facts?.Playbook) : null,
            Mends = facts is not null && watched && kind == RolloutKind.Daily ? Mending.By(facts) : null,
            NoWayBack = facts is null ? null : OneWay(facts, ran, report.Commit),
        };
    }

    static string? OneWay(DutyFacts facts, string? ran, string commit)
    {
        var ships = MainCommit.Named(commit, facts.Line);
        return OneWayChange.NoWayBack(OneWayChange.Of(RolloutChanges.Between(facts.Line, ran, ships), ships), null);
    }

    static Fact Told(Rollout rollout, Report report, Caller caller, Instant now) =>
        new()
        {
            At = now,
            SentAt = report.At,
            Kind = FactKind.RolloutSwitched,
            Source = caller.Person ?? caller.Name,
            Duty = rollout.Duty,
            Subject = $"rollout:{rollout.Id}",
            Text =
                $"{char.ToUpperInvariant(rollout.Environment[0])}{rollout.Environment[1..]} serves {rollout.Release}, rolled out elsewhere.",
        };

    static async Task<Outcome<Rollout>> Tell(DutyDb db, long id, ProgressBody body, Duration patience, Instant now)
    {
        if (await db.Rollouts.FirstOrDefaultAsync(r => r.Id == id) is not { } rollout)
            return Refusal.NotFound($"There is no rollout {id}.");
        var duty = await db.DutyOf(rollout, now);
        var playbook = duty is null ? null : (await db.PlaybookInForce(duty, now)).Playbook;
        var told = RolloutElsewhere.Tell(rollout, body.State, now, RolloutLife.WatchOf(playbook), patience, body.By);
        if (told.Refusal is { } refusal)
            return refusal;
        if (!string.IsNullOrWhiteSpace(body.Text))
            await db.Insert(
                new RolloutOutput
                {
                    RolloutId = id,
                    At = now,
                    Text = body.Text,
                }
            );
        await db.Apply(
            told.Value! with
            {
                Facts = [.. told.Value!.Facts.Select(f => f with { SentAt = body.At })],
            },
            now
        );
        return told.Value!.Rows.OfType<Rollout>().FirstOrDefault() ?? rollout;
    }
}
