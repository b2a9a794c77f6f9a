using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.People;

/// <summary>A new person by a form of the page People.</summary>
static class PersonForms
{
    public static void Map(WebApplication app)
    {
        var forms = app.MapGroup("/people/new").Needs(Role.Administrator);
        forms.MapGet("", (HttpContext http, Caller caller) => Page.Form<PersonFormPage>(http, caller));
        forms.MapPost("", Add);
        ChangePersonForms.Map(app);
    }

    static async Task<IResult> Add(HttpContext http, Caller caller, DutyStore store, IClock clock)
    {
        var form = await http.Request.Fields();
        if (form.AsksForRegions())
            return await Page.Form<PersonFormPage>(http, caller, form.NoCountry());
        var asked = Asked(form);
        var added = await store.Change(db => AddPerson.Do(db, asked, caller, clock.GetCurrentInstant()));
        return added.Refusal is { } refusal
            ? await Page.Form<PersonFormPage>(http, caller, refusal)
            : new DoneThere("/people#person-" + added.Value!.Handle, $"{added.Value.Name} is added. Now invite them.");
    }

    /// <summary>Addresses as they are written into one line.</summary>
    public static string[] Mails(IFormCollection form) =>
        (form.Text("emails") ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);

    static NewPerson Asked(IFormCollection form) =>
        new(form.Text("handle"), form.Text("name"), Mails(form), Role: form.Role("role"), Holidays: form.Holidays());
}
