using System.Text.RegularExpressions;
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
static partial class RepositoryEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var repositories = api.MapGroup("/repositories").WithTags("Repositories");
        repositories.MapGet("", List);
        repositories.MapGet("/{id}", One);
        repositories.MapPost("", Add).Needs(Role.Administrator);
        repositories.MapPost("/{id}/fetch", Fetch).Needs(Role.Engineer);
    }

    static async Task<ListOf<SourceRepository>> List(DutyStore store) =>
        ListOf<SourceRepository>.All([
            .. (await store.Read(db => db.Repositories.OrderBy(r => r.Id).ToListAsync())).Select(WithoutSecret),
        ]);

    static async Task<IResult> One(string id, DutyStore store) =>
        Answer(id, await store.Read(db => db.Repositories.FirstOrDefaultAsync(r => r.Id == id)));

    static async Task<IResult> Add(NewRepository wanted, DutyStore store)
    {
        if (Wrong(wanted) is { } refusal)
            return refusal.ToProblem();
        var added = await store.Change(db => AddTo(db, wanted));
        return added.ToCreated(r => $"repositories/{r.Id}");
    }

    /// <summary>Answers when the copy is up to date, or says why it is not.</summary>
    static async Task<IResult> Fetch(string id, RepositoryFetch fetch, CancellationToken stop) =>
        Answer(id, await fetch.Fetch(id, stop));

    static Refusal? Wrong(NewRepository wanted)
    {
        if (!ShortName().IsMatch(wanted.Id))
            return Refusal.Invalid($"“{wanted.Id}” is no short name: letters, digits, dot, dash, at most 64.", "id");
        if (GitUrl.Refusal(wanted.Url) is { } url)
            return Refusal.Invalid(url, "url");
        return wanted.Main is { } main && !Branch().IsMatch(main)
            ? Refusal.Invalid($"“{main}” is not the name of a branch.", "main")
            : null;
    }

    static async Task<Outcome<SourceRepository>> AddTo(DutyDb db, NewRepository wanted)
    {
        if (await db.Repositories.AnyAsync(r => r.Id == wanted.Id))
            return Refusal.Conflict($"There is a repository “{wanted.Id}” already.");
        var repository = new SourceRepository
        {
            Id = wanted.Id,
            Url = wanted.Url,
            Main = wanted.Main ?? "main",
            Project = wanted.Project,
        };
        return WithoutSecret(await db.Insert(repository));
    }

    static IResult Answer(string id, SourceRepository? repository) =>
        repository is null
            ? Refusal.NotFound($"There is no repository “{id}”.").ToProblem()
            : TypedResults.Json(WithoutSecret(repository), Words.Json);

    /// <summary>An address may hold a password; it is never shown again.</summary>
    static SourceRepository WithoutSecret(SourceRepository repository) =>
        repository with
        {
            Url = GitUrl.WithoutSecret(repository.Url),
        };

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ShortName();

    [GeneratedRegex(@"\A[\p{L}\p{N}_][\p{L}\p{N}_./+#-]{0,199}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Branch();
}
