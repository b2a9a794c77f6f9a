using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Evaluates any playbook on any situation: pure, total, without effects.</summary>
public static class DutyLoop
{
    /// <summary>The lines of the board in the order of the rules; none off duty.</summary>
    public static IReadOnlyList<RuleLine> Evaluate(Playbook playbook, Situation situation) =>
        throw new NotSupportedException("being built");

    /// <summary>Does it hold? Facts of an error need <paramref name="error"/>, else cannot tell.</summary>
    public static Tri Holds(Condition condition, Situation situation, ErrorInSituation? error = null) =>
        throw new NotSupportedException("being built");

    /// <summary>False if the condition asks a source that was never connected: such a check is no gate.</summary>
    public static bool IsWatched(Condition condition, Situation situation) =>
        throw new NotSupportedException("being built");

    /// <summary>The next instant after now at which time alone can change the evaluation; null: never.</summary>
    public static Instant? NextChange(Playbook playbook, Situation situation) =>
        throw new NotSupportedException("being built");
}
