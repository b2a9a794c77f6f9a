using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.Repositories;

/// <summary>A repository by a form of the page Settings.</summary>
static class RepositoryForms
{
    public static void Map(WebApplication app)
    {
        var forms = app.MapGroup("/settings/repositories").Needs(Role.Administrator);
        forms.MapGet("", (HttpContext http, Caller caller) => Page.Form<RepositoryFormPage>(http, caller));
        forms.MapPost("", Add);
        PipelineGoneEndpoints.MapForm(app);
    }

    static async Task<IResult> Add(HttpContext http, Caller caller, DutyStore store, IClock clock)
    {
        var form = await http.Request.Fields();
        var wanted = new NewRepository(
            form.Text("id") ?? "",
            form.Text("url") ?? "",
            form.Text("main"),
            form.Text("project"),
            Duty: form.Text("duty")
        );
        var added = await AddRepository.To(store, wanted, caller.Name, clock.GetCurrentInstant());
        return added.Refusal is { } refusal
            ? await Page.Form<RepositoryFormPage>(http, caller, refusal)
            : new DoneThere("/settings#repositories", "The repository is added. Its history is read now.");
    }
}
