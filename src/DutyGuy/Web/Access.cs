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
        endpoint.RequireAuthorization(policy => policy.AddRequirements(new NeedsRole(role)));

    /// <summary>The least role that an endpoint lets in; null when it is open to everybody.</summary>
    public static Role? LeastRole(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            ? null
            : endpoint
                .Metadata.GetOrderedMetadata<AuthorizationPolicy>()
                .SelectMany(p => p.Requirements.OfType<NeedsRole>())
                .Select(n => n.Role)
                .DefaultIfEmpty(Role.Viewer)
                .Max();

    /// <summary>The sentence of a 403, by who could do it.</summary>
    public static string WhoCould(Role role) =>
        role switch
        {
            Role.Administrator => "An administrator can do that.",
            Role.ProcessOwner => "The process owner can do that.",
            _ => "An engineer of the team can do that.",
        };
}

/// <summary>Only this role or a higher one; a refusal reads from it who could.</summary>
sealed class NeedsRole(Role role) : AuthorizationHandler<NeedsRole>, IAuthorizationRequirement
{
    public Role Role => role;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsRole requirement)
    {
        if (Caller.From(context.User) is { } caller && caller.Is(requirement.Role))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
