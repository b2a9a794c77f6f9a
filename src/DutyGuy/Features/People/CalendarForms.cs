using DutyGuy.Domain;
using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.People;

/// <summary>Calendars by forms of the page People.</summary>
static class CalendarForms
{
    const string Back = "/people#calendars";

    public static void Map(WebApplication app)
    {
        var own = app.MapGroup("/people/{handle}/calendar").Needs(Role.Engineer);
        own.MapGet("", (string handle, HttpContext http, Caller caller) => Show(handle, http, caller));
        own.MapPost("", Set);
        var team = app.MapGroup("/people/calendars");
        team.MapGet("", (HttpContext http, Caller caller) => Show(null, http, caller)).Needs(Role.ProcessOwner);
        team.MapPost("", Add).Needs(Role.ProcessOwner);
        team.MapPost("/{id:long}/read", Read).Needs(Role.Engineer);
        team.MapPost("/{id:long}/remove", Remove).Needs(Role.Engineer);
    }

    static Task<IResult> Set(string handle, HttpContext http, Caller caller, SetCalendar calendars) =>
        Keep(handle, http, caller, calendars);

    static Task<IResult> Add(HttpContext http, Caller caller, SetCalendar calendars) =>
        Keep(null, http, caller, calendars);

    static async Task<IResult> Keep(string? handle, HttpContext http, Caller caller, SetCalendar calendars)
    {
        var form = await http.Request.Fields();
        var set = await calendars.Set(handle, form.Text("url"), caller);
        return set.Refusal is { } refusal ? await Show(handle, http, caller, refusal) : Done(set);
    }

    static async Task<IResult> Read(long id, Caller caller, SetCalendar calendars) =>
        Done(await calendars.Read(id, caller));

    static async Task<IResult> Remove(long id, Caller caller, SetCalendar calendars) =>
        Form.Done(
            await calendars.Remove(id, caller),
            Back,
            "The calendar is removed, and the absences that came from it."
        );

    static IResult Done(Outcome<CalendarView> read) =>
        Form.Done(
            read,
            Back,
            read.Value is { LastFailure: null } calendar
                ? $"The calendar is read: {Say.Count(calendar.Absences, "absence", "absences")}."
                : "The calendar is kept, but cannot be read yet; below stands why."
        );

    static async Task<IResult> Show(string? handle, HttpContext http, Caller caller, Refusal? refusal = null)
    {
        var state = await FormState.Load(http, caller, refusal);
        if (handle is not null && !state.Frame.People.ContainsKey(handle))
            return Page.NotFound(state.Frame, $"Nobody here is called “{handle}”.");
        if (handle is not null && Absences.NotAllowed(state.Frame.People[handle], caller) is { } not)
            return Form.Done(not, "/people");
        return Page.Of<CalendarFormPage>(
            new { State = state, Handle = handle },
            refusal is null ? 200 : Page.Status(refusal)
        );
    }
}
