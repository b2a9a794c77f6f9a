using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Features.Duties;

/// <summary>Why a turn ends before its time.</summary>
sealed record EndReason(string Reason);

/// <summary>Start my duty, take over, end early. Each is a fact with a name.</summary>
static class ActOnTurn
{
    public static Task<IResult> Start(string duty, Caller caller, DutyStore store, IClock clock) =>
        Act(store, duty, caller, clock, StartTurn);

    public static Task<IResult> TakeOver(string duty, Caller caller, DutyStore store, IClock clock) =>
        Act(store, duty, caller, clock, TakeOverTurn);

    public static Task<IResult> End(string duty, EndReason why, Caller caller, DutyStore store, IClock clock) =>
        Act(store, duty, caller, clock, (facts, person) => EndTurn(facts, person, why.Reason));

    /// <summary>Decides and stores an act of a person on a duty; also for the pages' forms.</summary>
    public static async Task<Outcome<OnDutyAnswer>> Do(
        DutyStore store,
        string duty,
        string? person,
        Instant now,
        Func<DutyFacts, string, Outcome<Decision>> act
    ) =>
        await store.Change<Outcome<OnDutyAnswer>>(async db =>
        {
            if (person is null)
                return Refusal.NotAllowed("Only a person can do that. Use a token that belongs to somebody.");
            if (await db.LoadFacts(duty, now) is not { } facts)
                return ReadDuties.NoSuch(duty);
            var decided = act(facts, person);
            if (decided.Refusal is { } refusal)
                return refusal;
            await db.Apply(decided.Value!, now);
            return (await db.LoadFacts(duty, now))!.OnDuty;
        });

    public static Outcome<Decision> StartTurn(DutyFacts facts, string person) => TurnActs.Start(facts, person);

    public static Outcome<Decision> TakeOverTurn(DutyFacts facts, string person) => TurnActs.TakeOver(facts, person);

    public static Outcome<Decision> EndTurn(DutyFacts facts, string person, string reason) =>
        TurnActs.End(facts, person, reason);

    static async Task<IResult> Act(
        DutyStore store,
        string duty,
        Caller caller,
        IClock clock,
        Func<DutyFacts, string, Outcome<Decision>> act
    ) => (await Do(store, duty, caller.Person, clock.GetCurrentInstant(), act)).ToResult();
}
