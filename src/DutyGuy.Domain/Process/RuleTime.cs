using NodaTime;

namespace DutyGuy.Domain;

/// <summary>From what time of today on a rule allows what it asks for.</summary>
public static class RuleTime
{
    /// <summary>The first time that the condition names from which it can hold today; null when it waits for no time.</summary>
    public static Instant? From(Condition? condition, DutyHours hours, LocalDate today)
    {
        if (condition is null || MayHold(condition, LocalTime.Midnight))
            return null;
        var times = ConditionParts
            .Of(condition)
            .OfType<Condition.Time>()
            .SelectMany(t => new[] { t.Limit, t.Limit.PlusNanoseconds(1) })
            .Order();
        return times.Select(t => (LocalTime?)t).FirstOrDefault(t => MayHold(condition, t!.Value)) is { } from
            ? hours.At(today, from)
            : null;
    }

    /// <summary>Whether it can hold at this time, whatever the other facts say.</summary>
    static bool MayHold(Condition condition, LocalTime time) => At(condition, time) != Tri.No;

    static Tri At(Condition condition, LocalTime time) =>
        condition switch
        {
            Condition.Not c => At(c.Inner, time).Not(),
            Condition.And c => At(c.Left, time).And(At(c.Right, time)),
            Condition.Or c => At(c.Left, time).Or(At(c.Right, time)),
            Condition.Time c => Truth.At(c, time),
            _ => Tri.CannotTell,
        };
}
