using DutyGuy.Domain;
using Microsoft.AspNetCore.Authorization;

namespace DutyGuy.Web;

/// <summary>Deny by default: every endpoint needs at least a signed-in viewer unless it says otherwise.</summary>
static class Access
{
    public static readonly AuthorizationPolicy SignedIn = new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .Build();

    /// <summary>Only this role or a higher one may.</summary>
    public static T Needs<T>(this T endpoint, Role role)
        where T : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy =>
            policy.RequireAssertion(context => Caller.From(context.User) is { } caller && caller.Is(role))
        );

    /// <summary>The sentence of a 403, by who could do it.</summary>
    public static string WhoCould(Role role) =>
        role switch
        {
            Role.Administrator => "An administrator can do that.",
            Role.ProcessOwner => "The process owner can do that.",
            _ => "An engineer of the team can do that.",
        };
}
