using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Swaps of turns: offered by one person, accepted or declined by the other.</summary>
public static partial class Swaps
{
    /// <summary>`by` asks `with` to take their turn of `date`, for the turn of `withDate` in return or for nothing.</summary>
    public static SwapOutcome Offer(
        RotaFacts facts,
        string id,
        string by,
        LocalDate date,
        string with,
        LocalDate? withDate,
        Instant now
    )
    {
        var swap = new Swap(id, facts.Duty, date, by, with, withDate, SwapState.Offered, now);
        return Refusal(facts, swap, now) is { } why
            ? new SwapOutcome.Refused(why)
            : new SwapOutcome.Done(swap, [], null, Warnings(facts, swap, now));
    }

    /// <summary>The other person agrees; the facts are looked at again, for they may have changed since the offer.</summary>
    public static SwapOutcome Accept(RotaFacts facts, Swap swap, string by, Instant now)
    {
        if ((NotDecidable(swap, by, swap.With) ?? Refusal(facts, swap, now)) is { } why)
            return new SwapOutcome.Refused(why);
        var accepted = swap with { State = SwapState.Accepted, DecidedAt = now };
        return new SwapOutcome.Done(
            accepted,
            Overrides(facts, swap, now),
            HasStarted(facts, swap.Date, now) ? new(swap.With, now) : null,
            Warnings(facts, swap, now)
        );
    }

    /// <summary>The other person says no.</summary>
    public static SwapOutcome Decline(Swap swap, string by, Instant now) =>
        Close(swap, by, swap.With, SwapState.Declined, now);

    /// <summary>Who offered takes it back.</summary>
    public static SwapOutcome Withdraw(Swap swap, string by, Instant now) =>
        Close(swap, by, swap.From, SwapState.Withdrawn, now);

    private static SwapOutcome Close(Swap swap, string by, string whose, SwapState state, Instant now) =>
        NotDecidable(swap, by, whose) is { } why
            ? new SwapOutcome.Refused(why)
            : new SwapOutcome.Done(swap with { State = state, DecidedAt = now }, [], null, []);

    private static SwapRefusal? NotDecidable(Swap swap, string by, string whose) =>
        swap.State != SwapState.Offered ? new SwapRefusal.AlreadyDecided(swap.State)
        : by != whose ? new SwapRefusal.NotYours(whose)
        : null;
}
