using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A closed family: each condition evaluates to yes, no or cannot tell on any situation.</summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary><c>not A</c></summary>
    public sealed record Not(Condition Inner) : Condition;

    /// <summary><c>A and B</c></summary>
    public sealed record And(Condition Left, Condition Right) : Condition;

    /// <summary><c>A or B</c></summary>
    public sealed record Or(Condition Left, Condition Right) : Condition;

    /// <summary><c>ci main is failing|passing|running</c></summary>
    public sealed record MainIs(MainColour Colour) : Condition;

    /// <summary><c>age &lt; 2 days</c>: since the beginning of the error's current life.</summary>
    public sealed record Age(Comparison Comparison, Duration Limit) : Condition;

    /// <summary><c>unassigned</c>: the error has no owner.</summary>
    public sealed record Unassigned : Condition;

    /// <summary><c>users &gt; 10</c>: people whom the error met.</summary>
    public sealed record Users(Comparison Comparison, long Limit) : Condition;

    /// <summary><c>events &gt; 100</c>: how often the error happened.</summary>
    public sealed record Events(Comparison Comparison, long Limit) : Condition;

    /// <summary><c>new since the last rollout</c></summary>
    public sealed record NewSinceLastRollout : Condition;

    /// <summary><c>time &gt;= 16:00</c> on the clock of the zone.</summary>
    public sealed record Time(Comparison Comparison, LocalTime Limit) : Condition;

    /// <summary><c>day is working day</c></summary>
    public sealed record WorkingDay : Condition;

    /// <summary><c>rollout done today</c></summary>
    public sealed record RolloutDoneToday : Condition;

    /// <summary><c>requests in ENV &lt; 50</c>: a minute, the mean of the last ten.</summary>
    public sealed record Requests(string Environment, Comparison Comparison, long Limit) : Condition;

    /// <summary><c>count of (open error in ENV where Y) = 0</c></summary>
    public sealed record Count(Selection Selection, Comparison Comparison, long Limit) : Condition;

    /// <summary>A fact that is known as yes, no or cannot tell.</summary>
    public sealed record Known(KnownFact Fact) : Condition;
}

/// <summary><c>open error in ENV where Y</c>; without <c>where</c>: every open one.</summary>
public sealed record Selection(string Environment, Condition? Where = null);

/// <summary>How two values are compared.</summary>
public enum Comparison
{
    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,

    /// <summary><c>&gt;</c></summary>
    More,
}

/// <summary>Facts that the software finds out elsewhere.</summary>
public enum KnownFact
{
    /// <summary><c>ci is passing at the commit we ship</c></summary>
    CiPassingAtCandidate,

    /// <summary><c>failing tests are known flaky</c></summary>
    FailingTestsKnownFlaky,

    /// <summary><c>rollout health</c>: errors and response times stay flat.</summary>
    RolloutHealth,

    /// <summary><c>every real regression is assigned</c></summary>
    EveryRealRegressionAssigned,
}
