using System.Text.Encodings.Web;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace DutyGuy.Web;

/// <summary>Programs sign in by <c>Authorization: Bearer ...</c>.</summary>
sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    DutyStore store,
    IClock clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";
    const string Prefix = "Bearer ";

    public static bool IsUsed(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsUsed(Request))
            return AuthenticateResult.NoResult();
        var hash = Secrets.Hash(Request.Headers.Authorization.ToString()[Prefix.Length..].Trim());
        var token = await store.Read(db => db.Tokens.FirstOrDefaultAsync(t => t.Hash == hash && t.WithdrawnAt == null));
        if (token is null)
            return AuthenticateResult.Fail("The token is not known or was withdrawn.");
        if (await RoleNow(token) is not { } role)
            return AuthenticateResult.Fail("The token's person left.");
        var caller = new Caller(token.Person ?? token.Name, token.Person, role);
        return AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(SchemeName), SchemeName));
    }

    /// <summary>A token never may more than its person, and nothing when the person is not there any more.</summary>
    async Task<Role?> RoleNow(ApiToken token)
    {
        if (token.Person is null)
            return token.Role;
        var person = await store.Read(db => db.People.FirstOrDefaultAsync(p => p.Handle == token.Person));
        if (person is null || person.HasLeftBy(clock.GetCurrentInstant().InUtc().Date))
            return null;
        return person.Role < token.Role ? person.Role : token.Role;
    }
}
