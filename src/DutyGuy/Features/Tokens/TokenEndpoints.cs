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
        var secret = Secrets.New("duty_");
        var made = await store.Change(db => Insert(db, asked, Secrets.Hash(secret), clock.GetCurrentInstant()));
        return made.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Created((string?)null, TokenView.Of(made.Value!, secret));
    }

    static async Task<Outcome<ApiToken>> Insert(DutyDb db, NewToken asked, string hash, Instant now)
    {
        if (asked.Name.Trim().Length is 0 or > 100)
            return Refusal.Invalid("Say what the token is for, in 1 to 100 letters.", "name");
        if (asked.Person is { } handle && !await db.People.AnyAsync(p => p.Handle == handle))
            return Refusal.Invalid($"Nobody here is called “{handle}”.", "person");
        return await db.Insert(
            new ApiToken
            {
                Name = asked.Name.Trim(),
                Hash = hash,
                Role = asked.Role,
                Person = asked.Person,
                CreatedAt = now,
            }
        );
    }

    static async Task<IResult> Withdraw(long id, DutyStore store, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        var found = await store.Change(db =>
            db.Tokens.Where(t => t.Id == id)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.WithdrawnAt, x => x.WithdrawnAt ?? now))
        );
        return found == 0 ? Refusal.NotFound($"There is no token {id}.").ToProblem() : TypedResults.NoContent();
    }
}
