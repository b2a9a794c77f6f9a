using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The gates after a roll back: what was rolled back, and the day that it used up.</summary>
public static class RejectionGate
{
    /// <summary>What the gate is called.</summary>
    public const string Name = "What was rolled back is mended";

    /// <summary>Shut while nobody has said what mended it, whatever the reason; null when nothing is rejected.</summary>
    public static Gate? Of(DutyFacts facts) =>
        RolloutDay.Rejected(facts) is { } hold ? new(Name, Tri.No, Why(facts, hold)) : null;

    /// <summary>Why nothing ships: 3333333 was rolled back at 16:12. Say what mended it ...</summary>
    public static string Why(DutyFacts facts, Hold hold)
    {
        var known = Mending.Commit(facts, hold) is not null;
        return $"{Mending.NameOf(hold)} was rolled back {When(facts, hold.At)}. Say what mended it; no reason passes this."
            + (known ? "" : " What contains it is not known: it is not on the line of main here.");
    }

    /// <summary>The same as the answer to a press.</summary>
    public static Refusal Refusal(DutyFacts facts, Hold hold) =>
        Domain.Refusal.Conflict(
            $"{Why(facts, hold)} On the page Rollout, or POST /api/v1/holds/{hold.Id}/lift: reverted, fixed, or not the code."
        );

    /// <summary>The gate of a rule that asks once a day; null while the day is open.</summary>
    public static Gate? OfDay(DutyFacts facts)
    {
        var day = RolloutDay.Of(facts);
        return day.State switch
        {
            RolloutDayState.Open => null,
            RolloutDayState.Mending => new(Gates.OnceADay, Tri.Yes, $"mends {Short(day.Last!)}"),
            RolloutDayState.RolledBack => new(Gates.OnceADay, Tri.No, Back(facts, day.Last!)),
            RolloutDayState.Declined => new(
                Gates.OnceADay,
                Tri.No,
                $"There is none today: {FullStop.After(day.Last!.OverrideReason)} One all the same needs a reason."
            ),
            _ => new(Gates.OnceADay, Tri.No, "Today's rollout is done. A second one needs a reason."),
        };
    }

    /// <summary>at 16:12; on 23 November at 16:12.</summary>
    public static string When(DutyFacts facts, Instant at)
    {
        var local = at.InZone(facts.Playbook.Zone);
        return local.Date == facts.Today
            ? $"at {local:HH:mm}"
            : $"on {local.ToString("d MMMM", null)} at {local:HH:mm}";
    }

    static string Back(DutyFacts facts, Rollout rollout)
    {
        var said = $"Rolled back {When(facts, rollout.EndedAt ?? rollout.StartedAt)}.";
        return RolloutDay.Rejected(facts) is null ? $"{said} A second one needs a reason."
            : rollout.Mends is null ? $"{said} Once that is mended, one more may go today."
            : $"{said} It was the one that mends; a further one needs a reason.";
    }

    static string Short(Rollout rollout) =>
        Rejection.IsHash(rollout.To) ? rollout.To[..Rejection.ShortestName] : rollout.Release;
}
