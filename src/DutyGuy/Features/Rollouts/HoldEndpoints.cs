using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Rollouts;

/// <summary>Holds: set and lifted by a button, or by the pager's webhook.</summary>
static class HoldEndpoints
{
    public sealed record SetBody(string Why, Instant? Until, string? Service);

    public sealed record LiftBody(string? Why);

    /// <summary>
    /// What mended what was rolled back: <c>reverted</c> or <c>fixed</c> with a commit of main, or <c>not the code</c> with
    /// a sentence. A hold that somebody set takes the sentence alone.
    /// </summary>
    public sealed record MendBody(Mended? How, string? Commit, string? Text);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/holds", List);
        api.MapPost("/holds", Set).Needs(Role.Engineer).Produces<Hold>(201);
        api.MapPost("/holds/{id:long}/lift", Mend).Needs(Role.Engineer).Produces<Hold>();
        api.MapDelete("/holds/{id:long}", Lift).Needs(Role.Engineer).Produces<Hold>();
    }

    /// <summary>Those that stand; with <c>?all=true</c> also the past ones. Newest first.</summary>
    static async Task<ListOf<Hold>> List(DutyStore store, IClock clock, bool all = false)
    {
        var now = clock.GetCurrentInstant();
        var holds = await store.Read(db => db.Holds.OrderByDescending(h => h.Id).ToListAsync());
        return ListOf<Hold>.All([.. holds.Where(h => all || h.StandsAt(now))]);
    }

    public static async Task<IResult> Set(SetBody body, Caller caller, DutyStore store, IClock clock)
    {
        var hold = new Hold
        {
            Why = body.Why,
            Until = body.Until,
            Service = body.Service,
            By = caller.Person ?? caller.Name,
            At = clock.GetCurrentInstant(),
        };
        var set = await store.Change(async db => await Keep(db, Holds.Set(hold, await NameOf(db, hold.By)), hold));
        return set.ToCreated(h => $"holds/{h.Id}");
    }

    public static async Task<IResult> Lift(
        long id,
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] LiftBody? body,
        string? why,
        Caller caller,
        DutyStore store,
        IClock clock
    ) => (await store.Change(db => LiftIn(db, id, caller, body?.Why ?? why, clock.GetCurrentInstant()))).ToResult();

    public static async Task<IResult> Mend(long id, MendBody body, Caller caller, DutyStore store, IClock clock) =>
        (await store.Change(db => MendIn(db, id, caller, body, clock.GetCurrentInstant()))).ToResult();

    static async Task<Outcome<Hold>> MendIn(DutyDb db, long id, Caller caller, MendBody body, Instant now)
    {
        if (await db.Holds.FirstOrDefaultAsync(h => h.Id == id) is not { IsRejection: true } hold)
            return await LiftIn(db, id, caller, body.Text, now);
        var rollout = await db.Rollouts.FirstOrDefaultAsync(r => r.Id == hold.RolloutId);
        var duty = rollout is null ? await db.DutyOfRollouts(now) : await db.DutyOf(rollout, now);
        if (duty is null || await db.LoadFacts(duty, now) is not { } facts)
            return Refusal.Conflict("There is no duty yet.");
        var said = Mending.Say(facts, hold, caller.Person ?? "", new(body.How, body.Commit, body.Text));
        return await Keep(db, said, hold);
    }

    static async Task<Outcome<Hold>> LiftIn(DutyDb db, long id, Caller caller, string? why, Instant now)
    {
        if (await db.Holds.FirstOrDefaultAsync(h => h.Id == id) is not { } hold)
            return Refusal.NotFound($"There is no hold {id}.");
        var by = caller.Person ?? caller.Name;
        return await Keep(db, Holds.Lift(hold, by, await NameOf(db, by), why, now), hold);
    }

    static async Task<Outcome<Hold>> Keep(DutyDb db, Outcome<Decision> decided, Hold before)
    {
        if (decided.Refusal is { } refusal)
            return refusal;
        await db.Apply(decided.Value!, before.At);
        return decided.Value!.Rows.OfType<Hold>().FirstOrDefault() ?? before;
    }

    static async Task<string> NameOf(DutyDb db, string by) =>
        await db.People.Where(p => p.Handle == by).Select(p => p.Name).FirstOrDefaultAsync() ?? by;
}
