using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What somebody did to their own being on duty, with its instant. A closed family.</summary>
public abstract record DutyAct(string Person, Instant At)
{
    /// <summary>Pressed "Start my duty": only records, changes no holder.</summary>
    public sealed record Started(string Person, Instant At) : DutyAct(Person, At);

    /// <summary>Took over at once, without consent.</summary>
    public sealed record TookOver(string Person, Instant At) : DutyAct(Person, At);

    /// <summary>Ended early; nobody is on duty until a take-over.</summary>
    public sealed record Ended(string Person, Instant At, string Reason) : DutyAct(Person, At);
}
