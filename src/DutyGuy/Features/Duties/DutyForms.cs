using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.Duties;

/// <summary>The buttons about turns on the pages Today and Rota.</summary>
static class DutyForms
{
    public static void Map(WebApplication app)
    {
        var duties = app.MapGroup("/duties/{duty}").Needs(Role.Engineer);
        duties.MapPost(
            "/start",
            async (string duty, Caller caller, DutyStore store, IClock clock) =>
                Form.Done(await ActOnTurn.Start(duty, caller, store, clock), "/", "Your duty has begun.")
        );
        duties.MapPost(
            "/take-over",
            async (string duty, Caller caller, DutyStore store, IClock clock) =>
                Form.Done(await ActOnTurn.TakeOver(duty, caller, store, clock), "/", "You are on duty now.")
        );
        app.MapPost("/duties/{duty}/ships", Ships).Needs(Role.ProcessOwner);
        duties.MapPost("/end", End);
        duties.MapPost("/looks-after", LooksAfter.Press);
        duties.MapPost("/swaps", Offer);
        var swaps = app.MapGroup("/swaps/{id}").Needs(Role.Engineer);
        swaps.MapPost(
            "/accept",
            async (string id, Caller caller, DutyStore store, IClock clock) =>
                Form.Done(await SwapTurn.Accept(id, caller, store, clock), "/rota", "Swapped.")
        );
        swaps.MapPost(
            "/decline",
            async (string id, Caller caller, DutyStore store, IClock clock) =>
                Form.Done(await SwapTurn.Decline(id, caller, store, clock), "/rota", "You keep your day.")
        );
        app.MapPost(
                "/rota/changes/{id}/undo",
                async (long id, Caller caller, DutyStore store, IClock clock) =>
                    Form.Done(await RotaChanges.Undo(id, caller, store, clock), "/rota", "Undone. Both are told.")
            )
            .Needs(Role.ProcessOwner);
    }

    /// <summary>Which of its repositories the duty ships.</summary>
    static async Task<IResult> Ships(string duty, HttpRequest request, Caller caller, DutyStore store, IClock clock)
    {
        var ships = (await request.Fields()).Text("ships") ?? "";
        var change = new DutyChange(null, null, null, null, null, null, ships);
        var now = clock.GetCurrentInstant();
        var changed = await store.Change(db => ChangeDuty.Change(db, duty, change, caller.Name, now));
        return Form.Done(changed, "/rollout", $"Rollouts ship {ships}.");
    }

    static async Task<IResult> End(string duty, HttpRequest request, Caller caller, DutyStore store, IClock clock)
    {
        var reason = (await request.Fields()).Text("reason");
        return Form.Done(
            await ActOnTurn.End(duty, new EndReason(reason ?? ""), caller, store, clock),
            "/",
            "Your duty is over. Who stands by is asked."
        );
    }

    /// <summary><c>with</c> is "lea|2026-11-24": whom, and which turn of theirs.</summary>
    static async Task<IResult> Offer(string duty, HttpRequest request, Caller caller, DutyStore store, IClock clock)
    {
        var form = await request.Fields();
        var with = (form.Text("with") ?? "").Split('|');
        var back = LocalDatePattern.Iso.Parse(with[^1]);
        if (form.Date("date") is not { } date)
            return Form.Done(Refusal.Invalid("The date is missing. Press a day in the calendar.").ToProblem(), "/rota");
        var wish = new SwapWish(date, with[0], back.Success ? back.Value : null);
        return Form.Done(
            await SwapTurn.Offer(duty, wish, caller, store, clock),
            "/rota",
            "Asked. Your day stays yours until the answer."
        );
    }
}
