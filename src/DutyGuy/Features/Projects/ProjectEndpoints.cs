using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Projects;

/// <summary>Programs that send their errors and timings here.</summary>
static class ProjectEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("Projects");
        projects.MapGet("", List);
        projects.MapPost("", Create).Needs(Role.Administrator).Produces<ProjectView>(201);
        projects
            .MapPost("/{id:int}/baseline", DeclareBaseline.Post)
            .Needs(Role.ProcessOwner)
            .Produces<BaselineView>()
            .WithSummary("What is open now and has no owner is from before: one line, whose number only shrinks.");
    }

    static async Task<ListOf<ProjectView>> List(DutyStore store, ServeSettings settings, HttpRequest request)
    {
        var projects = await store.Read(db => db.Projects.OrderBy(p => p.Id).ToListAsync());
        return ListOf<ProjectView>.All([.. projects.Select(p => ProjectView.Of(p, settings, request))]);
    }

    static async Task<IResult> Create(
        NewProject asked,
        Caller caller,
        DutyStore store,
        IClock clock,
        ServeSettings settings,
        HttpRequest request
    )
    {
        var created = await store.Change(db => CreateProject.In(db, asked, caller.Name, clock.GetCurrentInstant()));
        return created.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Json(ProjectView.Of(created.Value!, settings, request), Words.Json, statusCode: 201);
    }
}

/// <summary>A project to be made; the duty that looks after it must be named once there are two.</summary>
sealed record NewProject(string Name, string? Repository = null, string? Duty = null);

/// <summary>A project as its readers see it; the DSN is what an SDK wants.</summary>
sealed record ProjectView(int Id, string Name, string Key, string Dsn, string? Repository)
{
    public static ProjectView Of(Project project, ServeSettings settings, HttpRequest request)
    {
        var address = PublicAddress.Of(request, settings).Root;
        var dsn =
            $"{address.Scheme}://{project.Key}@{address.Authority}{address.AbsolutePath.TrimEnd('/')}/{project.Id}";
        return new ProjectView(project.Id, project.Name, project.Key, dsn, project.Repository);
    }
}
