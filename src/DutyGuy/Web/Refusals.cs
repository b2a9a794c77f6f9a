using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace DutyGuy.Web;

/// <summary>401 says how to come in, 403 who could do it: to programs as problem details, to people as a page.</summary>
sealed class Refusals : IAuthorizationMiddlewareResultHandler
{
    readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Forbidden)
            return NotForYou(context, policy).ExecuteAsync(context);
        return authorizeResult.Challenged && (context.IsApi() || TokenAuthentication.IsUsed(context.Request))
            ? WhoAreYou(context).ExecuteAsync(context)
            : usual.HandleAsync(next, context, policy, authorizeResult);
    }

    static IResult WhoAreYou(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(
            statusCode: 401,
            title: "Who are you?",
            detail: TokenAuthentication.IsUsed(context.Request)
                ? "The token is not known or was withdrawn. Ask an administrator for a new one."
                : "Sign in, or send a token: Authorization: Bearer ..."
        );
    }

    static IResult NotForYou(HttpContext context, AuthorizationPolicy policy)
    {
        var needed = policy.Requirements.OfType<NeedsRole>().MaxBy(n => n.Role)?.Role ?? Domain.Role.Engineer;
        return context.IsApi()
            ? TypedResults.Problem(statusCode: 403, title: "Not for you.", detail: Access.WhoCould(needed))
            : SentencePage.Answer(403, "Not for you", Access.WhoCould(needed), "/");
    }
}

/// <summary>Programs' part of the addresses.</summary>
static class ApiPaths
{
    public static bool IsApi(this HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
