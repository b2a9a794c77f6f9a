using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.People;

/// <summary>"I am away" on the rota.</summary>
static class AbsenceForms
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/people/{handle}/absences", Add).Needs(Role.Engineer);
        CalendarForms.Map(app);
    }

    static async Task<IResult> Add(string handle, HttpRequest request, Caller caller, DutyStore store, IClock clock)
    {
        var form = await request.Fields();
        if (form.Date("from") is not { } from || form.Date("to") is not { } to)
            return Form.Done(
                Refusal.Invalid("Both dates are needed: the first and the last day.").ToProblem(),
                "/rota"
            );
        var absence = new Absence(handle, from, to, form.Text("why"));
        var now = clock.GetCurrentInstant();
        return Form.Done(
            await store.Change(db => Absences.Add(db, absence, caller, now)),
            "/rota",
            "Noted. Turns in that time went to others by themselves."
        );
    }
}
