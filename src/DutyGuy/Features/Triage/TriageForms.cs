using DutyGuy.Domain;
using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.Triage;

/// <summary>The buttons of the page Triage; each does what the API does.</summary>
static class TriageForms
{
    public static void Map(WebApplication app)
    {
        var errors = app.MapGroup("/triage/{id:long}").Needs(Role.Engineer);
        errors.MapPost("/poke", Poke);
        errors.MapPost("/conclusions", Conclude);
        RegroupForms.Map(app, errors);
        errors.MapPost(
            "/resolve",
            async (long id, Asking ask) =>
                Form.Done(
                    await TriageActs.Resolve(ask.Store, id, ask.Person, ask.Now),
                    "/triage",
                    "The error is mended. A new event brings it back."
                )
        );
        errors.MapPost(
            "/ignore",
            async (long id, Asking ask) =>
                Form.Done(
                    await TriageActs.Ignore(ask.Store, id, ask.Person, ask.Now),
                    "/triage",
                    "It is not an error. It stays away when it comes again."
                )
        );
    }

    static async Task<IResult> Poke(long id, HttpRequest request, Asking ask)
    {
        var person = (await request.Fields()).Text("person") ?? "";
        return Form.Done(
            await TriageActs.Poke(ask.Store, id, ask.Person, person, ask.Now),
            $"/triage#error-{id}",
            person == ask.Person ? "You have it." : "Poked and assigned. The answer comes here."
        );
    }

    static async Task<IResult> Conclude(long id, HttpRequest request, Asking ask)
    {
        var text = (await request.Fields()).Text("text") ?? "";
        return Form.Done(
            await TriageActs.Conclude(ask.Store, id, ask.Person, text, ask.Now),
            "/triage",
            "The ticket is filed."
        );
    }
}
