using DutyGuy.Adapters.Git;
using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Repositories;

/// <summary>What is told of a repository.</summary>
sealed record NewRepository(string Id, string Url, string? Main, string? Project);

/// <summary>The repositories that the server watches.</summary>
static class RepositoryEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var repositories = api.MapGroup("/repositories").WithTags("Repositories");
        repositories.MapGet("", List);
        repositories.MapGet("/{id}", One).Produces<SourceRepository>();
        repositories.MapPost("", Add).Needs(Role.Administrator).Produces<SourceRepository>(201);
        repositories.MapPost("/{id}/fetch", Fetch).Needs(Role.Engineer).Produces<SourceRepository>();
    }

    static async Task<ListOf<SourceRepository>> List(DutyStore store) =>
        ListOf<SourceRepository>.All([
            .. (await store.Read(db => db.Repositories.OrderBy(r => r.Id).ToListAsync())).Select(WithoutSecret),
        ]);

    static async Task<IResult> One(string id, DutyStore store) =>
        Answer(id, await store.Read(db => db.Repositories.FirstOrDefaultAsync(r => r.Id == id)));

    static async Task<IResult> Add(NewRepository wanted, DutyStore store) =>
        (await AddRepository.To(store, wanted)).ToCreated(r => $"repositories/{r.Id}");

    /// <summary>Answers when the copy is up to date, or says why it is not.</summary>
    static async Task<IResult> Fetch(string id, RepositoryFetch fetch, CancellationToken stop) =>
        Answer(id, await fetch.Fetch(id, stop));

    static IResult Answer(string id, SourceRepository? repository) =>
        repository is null
            ? Refusal.NotFound($"There is no repository “{id}”.").ToProblem()
            : TypedResults.Json(WithoutSecret(repository), Words.Json);

    /// <summary>An address may hold a password; it is never shown again.</summary>
    public static SourceRepository WithoutSecret(SourceRepository repository) =>
        repository with
        {
            Url = GitUrl.WithoutSecret(repository.Url),
        };
}
