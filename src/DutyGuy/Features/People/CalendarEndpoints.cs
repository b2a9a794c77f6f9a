using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;

namespace DutyGuy.Features.People;

/// <summary>The iCal address of a calendar. It is a secret: it is never shown again.</summary>
public sealed record NewCalendar(string Url);

/// <summary>Calendars that absences come from: a person's own, and the team's.</summary>
static class CalendarEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var own = api.MapGroup("/people/{handle}/calendar").WithTags("people").Needs(Role.Engineer);
        own.MapGet("", Get).Produces<CalendarView>();
        own.MapPost("", Set).Produces<CalendarView>(201);
        own.MapDelete("", Remove).Produces(204);
        own.MapPost("/refresh", Refresh).Produces<CalendarView>();
        var team = api.MapGroup("/absence-calendars").WithTags("people").Needs(Role.ProcessOwner);
        team.MapGet("", List).Produces<ListOf<CalendarView>>();
        team.MapPost("", Add).Produces<CalendarView>(201);
        team.MapDelete("/{id:long}", RemoveOne).Produces(204);
        team.MapPost("/{id:long}/refresh", RefreshOne).Produces<CalendarView>();
    }

    static async Task<IResult> Get(string handle, Caller caller, SetCalendar calendars) =>
        (await calendars.Of(handle, caller)).ToResult();

    static async Task<IResult> Set(string handle, NewCalendar asked, Caller caller, SetCalendar calendars) =>
        (await calendars.Set(handle, asked.Url, caller)).ToCreated(c => $"people/{c.Person}/calendar");

    static async Task<IResult> Remove(string handle, Caller caller, SetCalendar calendars)
    {
        var found = await calendars.Of(handle, caller);
        return found.Value is { } calendar
            ? await RemoveOne(calendar.Id, caller, calendars)
            : found.Refusal!.ToProblem();
    }

    static async Task<IResult> Refresh(string handle, Caller caller, SetCalendar calendars)
    {
        var found = await calendars.Of(handle, caller);
        return found.Value is { } calendar
            ? await RefreshOne(calendar.Id, caller, calendars)
            : found.Refusal!.ToProblem();
    }

    static async Task<ListOf<CalendarView>> List(Caller caller, DutyStore store) =>
        ListOf<CalendarView>.All([
            .. (await store.Read(db => CalendarView.Of(db, caller))).Where(c => c.Person is null),
        ]);

    static async Task<IResult> Add(NewCalendar asked, Caller caller, SetCalendar calendars) =>
        (await calendars.Set(null, asked.Url, caller)).ToCreated(_ => "absence-calendars");

    static async Task<IResult> RemoveOne(long id, Caller caller, SetCalendar calendars) =>
        await calendars.Remove(id, caller) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();

    static async Task<IResult> RefreshOne(long id, Caller caller, SetCalendar calendars) =>
        (await calendars.Read(id, caller)).ToResult();
}
