using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>What the passes of one instant left: when each duty can decide something next, while nothing else changes.</summary>
/// <param name="Duties">By duty; null when time alone changes nothing for it.</param>
/// <param name="Calm">Ends when something changed after it was looked at: then every duty is due.</param>
sealed record Agenda(IReadOnlyDictionary<string, Instant?> Duties, Task Calm)
{
    /// <summary>Nothing was looked at yet.</summary>
    public static Agenda Unknown { get; } = new(new Dictionary<string, Instant?>(), Task.CompletedTask);

    /// <summary>The next instant at which a duty can decide something.</summary>
    public Instant? Next => Duties.Values.Min();

    /// <summary>Whether a pass of this duty can decide something at an instant.</summary>
    public bool IsDue(string duty, Instant now) =>
        Calm.IsCompleted || !Duties.TryGetValue(duty, out var next) || next <= now;
}
