using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Duties;

/// <summary>Whom one asks to take a date, for another date in return or for nothing.</summary>
sealed record SwapWish(LocalDate Date, string With, LocalDate? WithDate);

/// <summary>A swap: offered and accepted in two requests; both are told.</summary>
static class SwapTurn
{
    public static async Task<IResult> Offer(string duty, SwapWish wish, Caller caller, DutyStore store, IClock clock) =>
        (await store.Change(db => Offer(db, duty, wish, caller, clock.GetCurrentInstant()))).ToCreated(s =>
            $"swaps/{s.Id}"
        );

    public static async Task<IResult> List(string duty, DutyStore store) =>
        (
            await store.Read<Outcome<ListOf<Swap>>>(async db =>
                await db.Duties.AnyAsync(d => d.Id == duty)
                    ? ListOf<Swap>.All(
                        await db.Swaps.Where(s => s.Duty == duty).OrderByDescending(s => s.OfferedAt).ToListAsync()
                    )
                    : ReadDuties.NoSuch(duty)
            )
        ).ToResult();

    public static Task<IResult> Accept(string id, Caller caller, DutyStore store, IClock clock) =>
        Decide(store, id, caller, clock, (facts, swap, me) => Swaps.Accept(facts.Rota, swap, me, facts.Now));

    public static Task<IResult> Decline(string id, Caller caller, DutyStore store, IClock clock) =>
        Decide(store, id, caller, clock, (facts, swap, me) => Swaps.Decline(swap, me, facts.Now));

    public static Task<IResult> Withdraw(string id, Caller caller, DutyStore store, IClock clock) =>
        Decide(store, id, caller, clock, (facts, swap, me) => Swaps.Withdraw(swap, me, facts.Now));

    static async Task<Outcome<Swap>> Offer(DutyDb db, string duty, SwapWish wish, Caller caller, Instant now)
    {
        if (await db.LoadFacts(duty, now) is not { } facts)
            return ReadDuties.NoSuch(duty);
        if (DutyEnd.IsOver(facts.Duty) is { } over)
            return over;
        if (FarAway(wish, facts.Today) is { } far)
            return far;
        var from = Turns.Between(facts.Rota, wish.Date, wish.Date).FirstOrDefault()?.Person ?? caller.Name;
        if (from != caller.Person && !caller.Is(Role.ProcessOwner))
            return Refusal.NotAllowed(
                $"{wish.Date:uuuu-MM-dd} is {facts.NameOf(from)}'s turn. Only they, or the process owner, can swap it."
            );
        var id = (await db.Swaps.CountAsync() + 1).ToString();
        var swap = new Swap(id, duty, wish.Date, from, wish.With, wish.WithDate, SwapState.Offered, now);
        var decided = Swaps.Offer(facts.Rota, swap, now);
        if (decided.Refusal is { } refusal)
            return refusal;
        await db.Apply(SwapDecision.Of(facts, decided.Value!), now);
        return decided.Value!.Swap;
    }

    static Refusal? FarAway(SwapWish wish, LocalDate today) =>
        Reach.Wrong(wish.Date, today, "date")
        ?? (wish.WithDate is { } back ? Reach.Wrong(back, today, "withDate") : null);

    static async Task<IResult> Decide(
        DutyStore store,
        string id,
        Caller caller,
        IClock clock,
        Func<DutyFacts, Swap, string, Outcome<SwapDone>> decide
    ) =>
        (
            await store.Change<Outcome<Swap>>(async db =>
            {
                var now = clock.GetCurrentInstant();
                if (caller.Person is not { } me)
                    return Asking.NoPerson();
                if (await db.Swaps.FirstOrDefaultAsync(s => s.Id == id) is not { } swap)
                    return Refusal.NotFound($"There is no swap {id}.");
                var facts = (await db.LoadFacts(swap.Duty, now))!;
                if (DutyEnd.IsOver(facts.Duty) is { } over)
                    return over;
                var decided = decide(facts, swap, me);
                if (decided.Refusal is { } refusal)
                    return refusal;
                await db.Apply(SwapDecision.Of(facts, decided.Value!), now);
                return decided.Value!.Swap;
            })
        ).ToResult();
}
