using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How a rollout goes on: the command ended, the watch ended, somebody goes back.</summary>
public static class RolloutLife
{
    /// <summary>The watch of this playbook: the waiting step after the button.</summary>
    public static Duration WatchOf(Playbook? playbook) =>
        playbook is not null && Gates.RolloutChecklist(playbook) is { } checklist
            ? checklist
                .Steps.SkipWhile(s => s.Run?.Kind != ActionKind.DeployProduction)
                .Select(s => s.Wait)
                .FirstOrDefault(w => w is not null)
                ?? HouseRules.UsualWatch
            : HouseRules.UsualWatch;

    /// <summary>The deploy command ended well: production serves it, the watch begins.</summary>
    public static Decision Switched(Rollout rollout, Instant now, Duration watch) =>
        Changed(
            rollout with
            {
                Status = RolloutStatus.Watching,
                SwitchedAt = now,
                WatchUntil = now + watch,
                WatchFrom = null,
                Contradicted = null,
                Runner = null,
            },
            FactKind.RolloutSwitched,
            now,
            $"Production serves {rollout.Release}."
        );

    /// <summary>The deploy command failed before the switch; the day is not used up.</summary>
    public static Decision Failed(Rollout rollout, Instant now, string why) =>
        Changed(
            rollout with
            {
                Status = RolloutStatus.Failed,
                EndedAt = now,
                Contradicted = null,
                Runner = null,
            },
            FactKind.RolloutFailed,
            now,
            $"The rollout of {rollout.Release} failed before the switch: {why}"
        );

    /// <summary>Nobody knows how the command ended (killed, cut off): a person decides, nothing is tried again.</summary>
    /// <param name="why">What happened to the command.</param>
    public static Decision Unknown(
        Rollout rollout,
        Instant now,
        string why = "the server was cut off while its command ran."
    ) =>
        Changed(
            rollout with
            {
                Status = RolloutStatus.Unknown,
                Runner = null,
            },
            FactKind.RolloutUnknown,
            now,
            rollout.RolledBackBy is null
                ? $"Nobody knows whether {rollout.Release} reached production: {why}"
                : $"Nobody knows whether production went back from {rollout.Release}: {why}"
        );

    /// <summary>A person looked, and says what production serves: the new release, or the one before.</summary>
    public static Decision Settled(Rollout rollout, Instant now, bool switched, Duration watch) =>
        (switched, rollout.RolledBackBy) switch
        {
            (true, null) => Switched(rollout, now, watch),
            (false, null) => Failed(
                rollout with
                {
                    SwitchedAt = null,
                },
                now,
                "a person looked, and production serves the release before."
            ),
            (false, _) => RolledBack(rollout, now),
            _ => Changed(
                rollout with
                {
                    Status = now < rollout.WatchUntil ? RolloutStatus.Watching : RolloutStatus.Done,
                    EndedAt = now < rollout.WatchUntil ? null : now,
                    RolledBackBy = null,
                },
                FactKind.RolloutSwitched,
                now,
                $"Production still serves {rollout.Release}; it did not go back."
            ),
        };

    /// <summary>Somebody goes back, in one press.</summary>
    public static Outcome<Decision> RollBack(DutyFacts facts, Rollout rollout, string by, string? reason)
    {
        if (rollout.Status is RolloutStatus.RollingBack or RolloutStatus.RolledBack)
            return Decision.None;
        if (
            rollout.Status
            is not (RolloutStatus.Watching or RolloutStatus.Undecided or RolloutStatus.Done or RolloutStatus.Unknown)
        )
            return Refusal.Conflict(
                $"Rollout {rollout.Id} does not serve production; there is nothing to go back from."
            );
        if (facts.Rollouts.Any(r => r.Id > rollout.Id && r.SwitchedAt is not null))
            return Refusal.Conflict("A later rollout serves production. Roll that one back.");
        if (WhyNotBack(rollout) is { } why)
            return Refusal.Conflict(why);
        var mayWatch = rollout.StartedBy == by && (rollout.EndedAt is null || facts.Now <= rollout.WatchUntil);
        if (!mayWatch && RolloutStart.NotOnDuty(facts, by) is { } refusal)
            return refusal;
        var back = rollout with { Status = RolloutStatus.RollingBack, RolledBackBy = by, RollBackReason = reason };
        return new Decision { Rows = [back] };
    }

    /// <summary>Why there is no way back behind a rollout, and what to do instead; null when there is one.</summary>
    public static string? WhyNotBack(Rollout rollout) =>
        rollout.From is null ? "What ran before is not known. Deploy the older commit by hand."
        : rollout.NoWayBack is not null ? OneWayChange.Instead(rollout)
        : null;

    /// <summary>The command that goes back ended well: what was rolled back is rejected until somebody says what mended it.</summary>
    public static Decision RolledBack(Rollout rollout, Instant now)
    {
        var done = Changed(
            rollout with
            {
                Status = RolloutStatus.RolledBack,
                EndedAt = now,
                Contradicted = null,
                Runner = null,
            },
            FactKind.RolledBack,
            now,
            $"{rollout.Release} was rolled back to {rollout.FromRelease ?? rollout.From}."
        );
        return rollout.Environment == Environments.Production
            ? done + new Decision { Rows = [Rejected(rollout, now)] }
            : done;
    }

    static Hold Rejected(Rollout rollout, Instant now) =>
        new()
        {
            Why = $"{rollout.Release} was rolled back",
            Service = rollout.Service == Services.Default ? null : rollout.Service,
            By = rollout.RolledBackBy ?? "by itself",
            At = now,
            RolloutId = rollout.Id,
            Commit = rollout.To,
        };

    /// <summary>A newer state, with the sentence for the record; the software says it by itself.</summary>
    internal static Decision Changed(Rollout rollout, FactKind kind, Instant now, string text) =>
        new()
        {
            Rows = [rollout],
            Facts =
            [
                new()
                {
                    At = now,
                    Kind = kind,
                    Source = "by itself",
                    Duty = rollout.Duty,
                    Subject = $"rollout:{rollout.Id}",
                    Text = text,
                },
            ],
        };
}
