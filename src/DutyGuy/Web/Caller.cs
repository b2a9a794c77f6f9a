using System.Security.Claims;
using DutyGuy.Domain;

namespace DutyGuy.Web;

/// <summary>Who asks: a person by cookie, or a program by token. <c>Name</c> is the handle, or the token's name.</summary>
public sealed record Caller(string Name, string? Person, Role Role)
{
    const string PersonClaim = "person";

    public bool Is(Role atLeast) => Role >= atLeast;

    /// <summary>The same caller in another role.</summary>
    public Caller As(Role role) => this with { Role = role };

    public ClaimsPrincipal ToPrincipal(string scheme, string? stamp = null)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, Name));
        identity.AddClaim(new Claim(ClaimTypes.Role, Role.ToString()));
        if (Person is not null)
            identity.AddClaim(new Claim(PersonClaim, Person));
        if (stamp is not null)
            identity.AddClaim(new Claim(ClaimTypes.Sid, stamp));
        return new ClaimsPrincipal(identity);
    }

    public static Caller? From(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true, Name: { } name }
            ? new Caller(
                name,
                principal.FindFirstValue(PersonClaim),
                Enum.Parse<Role>(principal.FindFirstValue(ClaimTypes.Role)!)
            )
            : null;

    /// <summary>Lets a handler take the caller as a parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(From(context.User));
}
