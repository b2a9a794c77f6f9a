using System.Text.Json;
using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Rollouts;

/// <summary>Rollouts as people and programs read them.</summary>
static class ReadRollouts
{
    public static async Task<ListOf<RolloutItem>> List(DutyStore store, string? environment, string? service) =>
        ListOf<RolloutItem>.All(
            await store.Read(async db =>
            {
                var rows = await db
                    .Rollouts.Where(r => environment == null || r.Environment == environment)
                    .Where(r => service == null || r.Service == service)
                    .OrderByDescending(r => r.Id)
                    .ToListAsync();
                return rows.ConvertAll(RolloutItem.Of);
            })
        );

    public static Task<Outcome<RolloutView>> One(long id, DutyStore store, IClock clock) =>
        store.Read(async db =>
            await db.Rollouts.FirstOrDefaultAsync(r => r.Id == id) is { } rollout
                ? (Outcome<RolloutView>)await View(db, rollout, clock.GetCurrentInstant())
                : Refusal.NotFound($"There is no rollout {id}.")
        );

    public static Task<Outcome<NextView>> Next(DutyStore store, IClock clock, ServerPrograms programs, string? duty) =>
        store.Read<Outcome<NextView>>(async db =>
        {
            var now = clock.GetCurrentInstant();
            duty ??= await db.DutyOfRollouts(now);
            if (duty is null)
                return Refusal.NotFound("There is no duty yet. Add one, then this shows what would ship.");
            return await db.LoadFacts(duty, now) is { } facts
                ? await NextOf(db, facts, programs)
                : Refusal.NotFound($"There is no duty “{duty}”.");
        });

    static async Task<NextView> NextOf(DutyDb db, DutyFacts facts, ServerPrograms programs)
    {
        var (ship, gates) = (facts.Ship, Gates.Of(facts));
        return new(
            facts.Duty.Id,
            ship.Candidate is { } commit ? commit.Sha[..Math.Min(7, commit.Sha.Length)] : null,
            ship.Running,
            ship.RunningRelease,
            ship.Candidate?.Sha,
            await ChangesOf.Commits(db, ship.Changes ?? []),
            ship.Changes is not null,
            ship.NothingToShip,
            OneWayChange.Of(ship),
            RolloutDay.Rejected(facts) is { } hold
                ? new(hold.Id, hold.Commit ?? "", hold.At, hold.By, RejectionGate.Why(facts, hold))
                : null,
            [.. gates.Select(GateView.Of)],
            Gates.AreOpen(gates),
            programs.Production is null ? Deploys.ByHand : Deploys.Command,
            facts.UnderWay?.Id
        );
    }

    static async Task<RolloutView> View(DutyDb db, Rollout r, Instant now)
    {
        var changes = await ChangesOf.Rollout(db, r);
        return new(
            r.Id,
            r.Service,
            r.Environment,
            r.Kind,
            r.Release,
            r.From,
            r.FromRelease,
            r.To,
            r.Status,
            r.Duty,
            r.StartedBy,
            r.StartedAt,
            r.SwitchedAt,
            r.EndedAt,
            r.OverrideReason,
            r.Looked,
            r.Mends,
            r.NoWayBack,
            r.RolledBackBy,
            r.RollBackReason,
            changes ?? [],
            changes is not null,
            await GatesAtTheStart(db, r.Id),
            await db
                .RolloutOutput.Where(o => o.RolloutId == r.Id)
                .OrderBy(o => o.Id)
                .Select(o => new OutputLine(o.At, o.Text))
                .ToListAsync(),
            Watches.IsWatched(r) ? await Watch(db, r, now) : null,
            OneWayChange.Advice(r, r.Alarm) is { } advice ? new(advice, r.AlarmSince, r.AlarmWhy) : null,
            r.KeptBy,
            r.Alarm is null ? r.AlarmWhy : null
        );
    }

    static async Task<IReadOnlyList<GateView>> GatesAtTheStart(DutyDb db, long id)
    {
        var subject = $"rollout:{id}";
        var started = await db
            .Facts.Where(f => f.Subject == subject && f.Kind == FactKind.RolloutStarted)
            .OrderBy(f => f.Id)
            .FirstOrDefaultAsync();
        return started?.Data.TryGetValue("gates", out var gates) == true
            ? [.. JsonSerializer.Deserialize<List<Gate>>(gates)!.Select(GateView.Of)]
            : [];
    }

    static async Task<WatchView?> Watch(DutyDb db, Rollout rollout, Instant now)
    {
        var duty = await db.DutyOf(rollout, now);
        return duty is not null && await db.LoadFacts(duty, now) is { Watch: var watch } && watch.IsOf(rollout)
            ? new(
                watch.Health,
                OneWayChange.Advice(rollout, watch.Advice),
                watch.Says,
                watch.Findings,
                watch.Calls,
                watch.Minutes,
                rollout.WatchUntil
            )
            : null;
    }
}
