using DutyGuy.Adapters.Git;
using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Repositories;

/// <summary>
/// What is told of a repository. <c>Required</c>: the only pipelines that a commit waits for; null: those that report as a
/// rule. <c>OneWay</c>: git path patterns; a change of such a file has no way back.
/// The duty that looks after it must be named once there are two.
/// </summary>
sealed record NewRepository(
    string Id,
    string Url,
    string? Main,
    string? Project,
    IReadOnlyList<string>? Required = null,
    IReadOnlyList<string>? OneWay = null,
    string? Duty = null
);

/// <summary>A repository, and how far its history is known; its address without a password.</summary>
sealed record RepositoryView(
    string Id,
    string Url,
    string Main,
    string? Project,
    IReadOnlyList<string>? Required,
    IReadOnlyList<string> OneWay,
    Instant? LastFetchedAt,
    string? LastFailure,
    HistoryState? History
)
{
    public static RepositoryView Of(SourceRepository r, Histories histories) =>
        new(
            r.Id,
            GitUrl.WithoutSecret(r.Url),
            r.Main,
            r.Project,
            r.Required,
            r.OneWay,
            r.LastFetchedAt,
            r.LastFailure,
            histories.StateOf(r.Id)
        );
}

/// <summary>The repositories that the server watches.</summary>
static class RepositoryEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var repositories = api.MapGroup("/repositories").WithTags("Repositories");
        repositories.MapGet("", List);
        repositories.MapGet("/{id}", One).Produces<RepositoryView>();
        repositories.MapPost("", Add).Needs(Role.Administrator).Produces<SourceRepository>(201);
        repositories
            .MapPatch("/{id}", ChangeRepository.Handle)
            .Needs(Role.Administrator)
            .Accepts<RepositoryChange>("application/json")
            .Produces<RepositoryView>();
        PipelineGoneEndpoints.Map(repositories);
        repositories.MapPost("/{id}/fetch", Fetch).Needs(Role.Engineer).Produces<RepositoryView>();
    }

    static async Task<ListOf<RepositoryView>> List(DutyStore store, Histories histories) =>
        ListOf<RepositoryView>.All([
            .. (await store.Read(db => db.Repositories.OrderBy(r => r.Id).ToListAsync())).Select(r =>
                RepositoryView.Of(r, histories)
            ),
        ]);

    static async Task<IResult> One(string id, DutyStore store, Histories histories) =>
        Answer(id, await store.Read(db => db.Repositories.FirstOrDefaultAsync(r => r.Id == id)), histories);

    static async Task<IResult> Add(NewRepository wanted, Caller caller, DutyStore store, IClock clock) =>
        (await AddRepository.To(store, wanted, caller.Name, clock.GetCurrentInstant())).ToCreated(r =>
            $"repositories/{r.Id}"
        );

    /// <summary>Answers when the copy is up to date, or says why it is not.</summary>
    static async Task<IResult> Fetch(string id, RepositoryFetch fetch, Histories histories, CancellationToken stop) =>
        Answer(id, await fetch.Fetch(id, stop), histories);

    public static IResult Answer(string id, SourceRepository? repository, Histories histories) =>
        repository is null
            ? Refusal.NotFound($"There is no repository “{id}”.").ToProblem()
            : TypedResults.Json(RepositoryView.Of(repository, histories), Words.Json);
}
