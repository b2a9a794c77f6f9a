using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Setting and lifting a hold.</summary>
public static class Holds
{
    /// <summary>A new hold, or what is wrong with it.</summary>
    public static Outcome<Decision> Set(Hold hold, string name)
    {
        if (string.IsNullOrWhiteSpace(hold.Why))
            return Refusal.Invalid("Say why nothing may ship; the page shows it to everybody.", "why");
        if (hold.Until <= hold.At)
            return Refusal.Invalid("The end of the hold is not in the future.", "until");
        if (hold.Until is { } until && Reach.Wrong(until, hold.At, "until") is { } far)
            return far;
        var what = hold.Service is { } service ? $"rollouts of {service}" : "rollouts";
        return new Decision
        {
            Rows = [hold],
            Facts = [Fact(FactKind.HoldSet, hold.By, hold.At, $"{name} holds {what}: {hold.Why}")],
        };
    }

    /// <summary>Lifts it; one that a roll back left is lifted by saying what mended it (<see cref="Mending"/>).</summary>
    public static Outcome<Decision> Lift(Hold hold, string by, string name, string? why, Instant now)
    {
        if (!hold.StandsAt(now))
            return Decision.None;
        if (hold.IsRejection)
            return Refusal.Conflict(
                $"A roll back left this hold. Say what mended it: POST /api/v1/holds/{hold.Id}/lift "
                    + "{\"how\": \"reverted\" | \"fixed\", \"commit\": \"...\"}, or {\"how\": \"not the code\", \"text\": \"...\"}."
            );
        var said = why?.Trim() ?? "";
        var lifted = hold with { LiftedAt = now, LiftedBy = by, LiftedWhy = said.Length > 0 ? said : null };
        var text = FullStop.After($"{name} lifted the hold “{hold.Why}”{(said.Length > 0 ? $": {said}" : "")}");
        return new Decision { Rows = [lifted], Facts = [Fact(FactKind.HoldLifted, by, now, text)] };
    }

    static Fact Fact(FactKind kind, string source, Instant at, string text) =>
        new()
        {
            At = at,
            Kind = kind,
            Source = source,
            Subject = "hold",
            Text = text,
        };
}
