using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>What people do to rollouts; the same for the API, the pages and the steps of a checklist.</summary>
public sealed class RolloutActs(DutyStore store, IClock clock, ServerPrograms programs)
{
    const string NoCommand =
        "No deploy command is configured. Write it into duty.json: "
        + "\"deploy\": {\"production\": {\"run\": [\"./deploy.sh\", \"{commit}\"], \"timeout\": \"10m\"}}";

    const string NoWayBack =
        "No command to roll back is configured. Write it into duty.json: "
        + "\"deploy\": {\"production\": {\"rollBack\": [\"./deploy.sh\", \"{previous}\"]}}. Until then go back by hand.";

    /// <summary>The button; pressed twice it is the same rollout.</summary>
    public Task<RolloutStarted> Press(string duty, RolloutPress press) =>
        store.Change(async db =>
            await db.LoadFacts(duty, clock.GetCurrentInstant()) is { } facts
                ? await Press(db, facts, press)
                : new RolloutStarted.Refused(Refusal.NotFound($"There is no duty “{duty}”."))
        );

    /// <summary>The same within a change: the step of a checklist.</summary>
    public async Task<RolloutStarted> Press(DutyDb db, DutyFacts facts, RolloutPress press)
    {
        var pressed = RolloutStart.Press(facts, press);
        if (pressed is not RolloutStarted.Begins begins)
            return pressed;
        if (programs.Production is null)
            return new RolloutStarted.Refused(Refusal.Conflict(NoCommand));
        var rollout = await db.Insert(begins.Rollout);
        var gates = Gates.Of(ShipState.Choose(facts, press.Confirm), press.Kind);
        await db.Apply(WithGates(begins.Decision, rollout, gates), facts.Now);
        return begins with { Rollout = rollout };
    }

    /// <summary>No rollout today.</summary>
    public Task<Outcome<Rollout>> Decline(string duty, string by, string? reason) =>
        store.Change(async db =>
        {
            var now = clock.GetCurrentInstant();
            if (await db.LoadFacts(duty, now) is not { } facts)
                return Refusal.NotFound($"There is no duty “{duty}”.");
            return await Keep(db, RolloutDecline.Decide(facts, by, reason), null, now);
        });

    /// <summary>One press goes back.</summary>
    public Task<Outcome<Rollout>> RollBack(long id, string by, string? reason) =>
        OnRollout(
            id,
            (facts, rollout) =>
                rollout.Environment != Environments.Production
                    ? Refusal.Conflict(
                        $"Rollout {id} is of {rollout.Environment}; only production goes back from here."
                    )
                : programs.Production?.RollBack is null ? Refusal.Conflict(NoWayBack)
                : RolloutLife.RollBack(facts, rollout, by, reason)
        );

    /// <summary>Why it was rolled back, said afterwards.</summary>
    public Task<Outcome<Rollout>> Explain(long id, string by, string? reason) =>
        OnRollout(id, (facts, rollout) => RolloutWords.RollBackReason(facts, rollout, by, reason));

    /// <summary>It stays although its watch found something, or could not tell.</summary>
    public Task<Outcome<Rollout>> Keep(long id, string by) =>
        OnRollout(id, (facts, rollout) => RolloutKeep.Press(facts, rollout, by));

    /// <summary>A person says how a rollout ended of which nobody knew.</summary>
    public Task<Outcome<Rollout>> Settle(long id, string by, bool switched) =>
        OnRollout(
            id,
            (facts, rollout) =>
                rollout.Status != RolloutStatus.Unknown
                    ? Refusal.Conflict($"How rollout {id} stands is known; there is nothing to settle.")
                : rollout.StartedBy != by && RolloutStart.NotOnDuty(facts, by) is { } refusal ? refusal
                : switched && Watches.EndedUntold(rollout) ? RolloutKeep.Press(facts, rollout, by)
                : RolloutLife.Settled(rollout, facts.Now, switched, RolloutLife.WatchOf(facts.Playbook))
        );

    Task<Outcome<Rollout>> OnRollout(long id, Func<DutyFacts, Rollout, Outcome<Decision>> decide) =>
        store.Change(async db =>
        {
            var now = clock.GetCurrentInstant();
            if (await db.Rollouts.FirstOrDefaultAsync(r => r.Id == id) is not { } rollout)
                return Refusal.NotFound($"There is no rollout {id}.");
            var duty = await db.DutyOf(rollout, now);
            return duty is not null && await db.LoadFacts(duty, now) is { } facts
                ? await Keep(db, decide(facts, rollout), rollout, now)
                : Refusal.Conflict("There is no duty yet.");
        });

    static async Task<Outcome<Rollout>> Keep(DutyDb db, Outcome<Decision> decided, Rollout? before, Instant now)
    {
        if (decided.Refusal is { } refusal)
            return refusal;
        await db.Apply(decided.Value!, now);
        return decided.Value!.Rows.OfType<Rollout>().LastOrDefault() ?? before!;
    }

    /// <summary>How the gates stood is kept with the fact, for nobody can work it out later.</summary>
    static Decision WithGates(Decision begins, Rollout rollout, IReadOnlyList<Gate> gates) =>
        begins with
        {
            Rows = [.. begins.Rows.Where(r => r is not Rollout)],
            Facts =
            [
                .. begins.Facts.Select(f =>
                    f with
                    {
                        Subject = $"rollout:{rollout.Id}",
                        Data =
                            f.Kind == FactKind.RolloutStarted
                                ? new Dictionary<string, string>(StringComparer.Ordinal)
                                {
                                    ["gates"] = JsonSerializer.Serialize(gates),
                                    ["looked"] = JsonSerializer.Serialize(rollout.Looked),
                                }
                                : f.Data,
                    }
                ),
            ],
        };
}
