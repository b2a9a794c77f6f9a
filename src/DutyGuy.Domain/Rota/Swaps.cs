using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Swaps of turns: offered by one person, accepted or declined by the other.</summary>
public static partial class Swaps
{
    /// <summary>Looks at a new offer: the turn of Date for the turn of WithDate, or for nothing.</summary>
    public static Outcome<SwapDone> Offer(RotaFacts facts, Swap swap, Instant now) =>
        Refused(facts, swap, now) is { } why
            ? why
            : new SwapDone(swap with { State = SwapState.Offered }, [], false, Warnings(facts, swap));

    /// <summary>The other person agrees; the facts are looked at again, for they may have changed since the offer.</summary>
    public static Outcome<SwapDone> Accept(RotaFacts facts, Swap swap, string by, Instant now)
    {
        if ((NotDecidable(swap, by, swap.With) ?? Refused(facts, swap, now)) is { } why)
            return why;
        var accepted = swap with { State = SwapState.Accepted, DecidedAt = now };
        var takesOver = HasStarted(facts, swap.Date, now);
        return new SwapDone(accepted, Overrides(facts, swap, now), takesOver, Warnings(facts, swap));
    }

    /// <summary>The other person says no.</summary>
    public static Outcome<SwapDone> Decline(Swap swap, string by, Instant now) =>
        Close(swap, by, swap.With, SwapState.Declined, now);

    /// <summary>Who offered takes it back.</summary>
    public static Outcome<SwapDone> Withdraw(Swap swap, string by, Instant now) =>
        Close(swap, by, swap.From, SwapState.Withdrawn, now);

    private static Outcome<SwapDone> Close(Swap swap, string by, string whose, SwapState state, Instant now) =>
        NotDecidable(swap, by, whose) is { } why
            ? why
            : new SwapDone(swap with { State = state, DecidedAt = now }, [], false, []);

    private static Refusal? NotDecidable(Swap swap, string by, string whose) =>
        swap.State != SwapState.Offered
            ? Refusal.Conflict($"This swap is already {swap.State.ToString().ToLowerInvariant()}. Offer a new one.")
        : by != whose ? Refusal.NotAllowed($"Only {whose} can answer this.")
        : null;
}
