using System.Text.Json.Nodes;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.People;

/// <summary>The form of what a person says of themselves; for an administrator, of anybody.</summary>
static class ChangePersonForms
{
    public static void Map(WebApplication app)
    {
        var form = app.MapGroup("/people/{handle}/change").Needs(Role.Engineer);
        form.MapGet(
            "",
            (string handle, HttpContext http, Caller caller, DutyStore store) => Show(handle, http, caller, store, null)
        );
        form.MapPost("", Keep);
    }

    static async Task<IResult> Show(string handle, HttpContext http, Caller caller, DutyStore store, Refusal? refusal)
    {
        var found = await store.Read(db => db.Find(handle));
        if (found.Value is not { } person)
            return await Page.NotFound(http, caller, found.Refusal!.Detail);
        var kept = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["name"] = person.Name,
            ["emails"] = string.Join(", ", person.Emails),
            ["zone"] = person.Zone,
            ["holidays"] = person.Holidays,
        };
        var state = await FormState.Load(http, caller, refusal, kept);
        return Page.Of<ChangePersonPage>(
            new { State = state, Person = person },
            refusal is null ? 200 : Page.Status(refusal)
        );
    }

    static async Task<IResult> Keep(string handle, HttpContext http, Caller caller, DutyStore store, IClock clock)
    {
        var form = await http.Request.Fields();
        if (form.AsksForRegions())
            return await Show(handle, http, caller, store, form.NoCountry());
        var given = new JsonObject
        {
            ["name"] = form.Text("name") ?? "",
            ["emails"] = new JsonArray([.. PersonForms.Mails(form).Select(mail => JsonValue.Create(mail))]),
            ["zone"] = form.Text("zone"),
            ["holidays"] = form.Holidays(),
        };
        var now = clock.GetCurrentInstant();
        var changed = await store.Change(db => ChangePerson.Do(db, handle, given, caller, now));
        return changed.Refusal is { } refusal
            ? await Show(handle, http, caller, store, refusal)
            : new DoneThere($"/people#person-{handle}", "Kept.");
    }
}
