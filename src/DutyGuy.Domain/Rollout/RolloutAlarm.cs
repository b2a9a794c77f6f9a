using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The watch advised to look or to roll back: said on every page until the watch is over, or somebody decided.</summary>
/// <param name="Rollout">Number of the rollout.</param>
/// <param name="Advice">The worst that was advised.</param>
/// <param name="Since">When it was first advised.</param>
/// <param name="Why">Why, in a sentence.</param>
/// <param name="Release">What was rolled out.</param>
/// <param name="Decide">The watch is over: keep it or roll back.</param>
/// <param name="Better">The advice has become better since; the alarm stays until the watch is over.</param>
public sealed record RolloutAlarm(
    long Rollout,
    WatchAdvice Advice,
    Instant Since,
    string Why,
    string Release,
    bool Decide,
    bool Better
)
{
    /// <summary>Of the newest rollout that serves; null when there is none.</summary>
    public static RolloutAlarm? Of(DutyFacts facts)
    {
        if (facts.Rollouts.LastOrDefault(r => r.SwitchedAt is not null) is not { } last)
            return null;
        var decide = last.Status == RolloutStatus.Undecided;
        if (!decide && !Watches.IsWatched(last))
            return null;
        var seen = decide ? last : Marked(facts, last);
        return seen.Alarm is { } advice
            ? new(
                last.Id,
                OneWayChange.Advice(last, advice) ?? advice,
                seen.AlarmSince ?? facts.Now,
                seen.AlarmWhy ?? "",
                last.Release,
                decide,
                !decide && facts.Watch.IsOf(last) && facts.Watch.Health == Tri.Yes
            )
            : null;
    }

    /// <summary>The rollout with what its watch advises now, when that is the first such advice or a worse one.</summary>
    public static Rollout Marked(DutyFacts facts, Rollout rollout) =>
        facts.Watch.IsOf(rollout)
        && facts.Watch.Advice is WatchAdvice.Look or WatchAdvice.RollBack
        && (rollout.Alarm is null || facts.Watch.Advice > rollout.Alarm)
            ? rollout with
            {
                Alarm = facts.Watch.Advice,
                AlarmSince = rollout.AlarmSince ?? facts.Now,
                AlarmWhy = facts.Watch.Says,
            }
            : rollout;

    /// <summary>What to do: "Roll back c257b2f?", "Look at c257b2f".</summary>
    public string Title =>
        Decide ? $"Decide: keep or {(Advice == WatchAdvice.FixForward ? "mend" : "roll back")} {Release}"
        : Advice == WatchAdvice.FixForward ? $"Mend {Release}: there is no way back"
        : Advice == WatchAdvice.RollBack ? $"Roll back {Release}?"
        : $"Look at {Release}";

    /// <summary>What is advised, as a sentence.</summary>
    public string Advised =>
        Advice switch
        {
            WatchAdvice.RollBack => "The watch advised to roll back.",
            WatchAdvice.FixForward => "The watch advised to go back, and there is no way back: ship a fix forward.",
            _ => "The watch advised to look.",
        } + (Better ? " All is measured as before again; the alarm stays until the watch is over." : "");
}
