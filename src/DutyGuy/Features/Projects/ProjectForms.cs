using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.Projects;

/// <summary>A project by a form of the page Settings.</summary>
static class ProjectForms
{
    public static void Map(WebApplication app)
    {
        var forms = app.MapGroup("/settings/projects").Needs(Role.Administrator);
        forms.MapGet("", (HttpContext http, Caller caller) => Page.Form<ProjectFormPage>(http, caller));
        forms.MapPost("", Make);
        app.MapPost("/settings/projects/{id:int}/baseline", DeclareBaseline.Press).Needs(Role.ProcessOwner);
    }

    static async Task<IResult> Make(
        HttpContext http,
        Caller caller,
        DutyStore store,
        IClock clock,
        ServeSettings settings
    )
    {
        var form = await http.Request.Fields();
        var asked = new NewProject(form.Text("name") ?? "", form.Text("repository"), form.Text("duty"));
        var made = await store.Change(db => CreateProject.In(db, asked, caller.Name, clock.GetCurrentInstant()));
        return made.Refusal is { } refusal
            ? await Page.Form<ProjectFormPage>(http, caller, refusal)
            : await Made(ProjectView.Of(made.Value!, settings, http.Request)).Page(http, caller);
    }

    static Once Made(ProjectView project) =>
        new(
            "settings",
            "Settings, projects",
            $"The project “{project.Name}” is made.",
            "Give this address to the Sentry SDK of the program as its DSN. Settings shows it again.",
            "DSN",
            project.Dsn,
            "/settings#projects"
        );
}
