using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Web.Components;

/// <summary>The counts of the navigation, from the facts. Pure.</summary>
static class NavCount
{
    public static NavCounts Of(DutyFacts facts, Board board) =>
        new(
            Count(board.ToDo),
            Count(ErrorAsks.Of(facts).Unowned.Count),
            Count(StepPress.Unjudged(facts).Count),
            Rollout(facts),
            Log(facts)
        );

    /// <summary>The instant of today from which the rule of the rollout allows it; null when it names none.</summary>
    public static Instant? RolloutTime(DutyFacts facts) =>
        RuleTime.From(Gates.RolloutRule(facts.Playbook)?.If, facts.Rota.Hours, facts.Today);

    static string? Rollout(DutyFacts facts)
    {
        if (RolloutAlarm.Of(facts) is { } alarm)
            return alarm.Decide ? "decide"
                : alarm.Advice == WatchAdvice.FixForward ? "mend"
                : alarm.Advice == WatchAdvice.RollBack ? "roll back"
                : "look";
        if (facts.UnderWay is { IsRunning: true })
            return "running";
        if (facts.UnderWay is { Status: RolloutStatus.Watching, WatchUntil: { } end } && end > facts.Now)
            return Say.Age(end - facts.Now + Duration.FromSeconds(59));
        if (RolloutDay.RolledBackAt(facts) is not null)
            return "rolled back";
        if (RolloutDay.Of(facts).IsUsedUp || facts.Ship.NothingToShip || !facts.Rota.Hours.IsWorkingDay(facts.Today))
            return null;
        return RolloutTime(facts) is not { } from ? null
            : from > facts.Now ? Say.Time(from, facts.Playbook.Zone)
            : "now";
    }

    static string? Log(DutyFacts facts) =>
        facts.Entries.Any(e => e.To is null && e.Person == facts.OnDuty.Person) ? "draft" : null;

    static string? Count(int n) => n == 0 ? null : Say.Number(n);
}
