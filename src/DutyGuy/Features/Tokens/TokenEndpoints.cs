using System.Text.Json.Serialization;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Tokens;

/// <summary>What a token shall be: in a person's name, or a program of its own.</summary>
public sealed record NewToken(
    [property: JsonRequired] string Name,
    [property: JsonRequired] Role Role,
    string? Person = null
);

/// <summary>A token without its secret.</summary>
public sealed record TokenView(
    long Id,
    string Name,
    Role Role,
    string? Person,
    Instant CreatedAt,
    Instant? WithdrawnAt,
    string? Token = null
)
{
    public static TokenView Of(ApiToken t, string? secret = null) =>
        new(t.Id, t.Name, t.Role, t.Person, t.CreatedAt, t.WithdrawnAt, secret);
}

/// <summary>Programs' ways in.</summary>
static class TokenEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("tokens").Needs(Role.Administrator);
        tokens.MapGet("", List).Produces<ListOf<TokenView>>();
        tokens.MapPost("", Make).Produces<TokenView>(201);
        tokens.MapDelete("/{id:long}", Withdraw).Produces(204);
    }

    static async Task<ListOf<TokenView>> List(DutyStore store)
    {
        var tokens = await store.Read(db => db.Tokens.OrderBy(t => t.Id).ToListAsync());
        return ListOf<TokenView>.All([.. tokens.Select(t => TokenView.Of(t))]);
    }

    static async Task<IResult> Make(NewToken asked, DutyStore store, IClock clock)
    {
        var made = await MakeToken.In(store, asked, clock.GetCurrentInstant());
        return made.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Created((string?)null, made.Value);
    }

    static async Task<IResult> Withdraw(long id, DutyStore store, IClock clock) =>
        await MakeToken.Withdraw(store, id, clock.GetCurrentInstant()) is { } refusal
            ? refusal.ToProblem()
            : TypedResults.NoContent();
}
