using DutyGuy.Web;

namespace DutyGuy.Features.ApiDocs;

/// <summary>One route of the API, and who may.</summary>
public sealed record ApiRoute(string Method, string Path, string Who)
{
    /// <summary>All routes under /api, by path.</summary>
    public static IReadOnlyList<ApiRoute> All(EndpointDataSource routes) =>
        [
            .. routes
                .Endpoints.OfType<RouteEndpoint>()
                .Where(r => r.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)
                .SelectMany(Methods)
                .OrderBy(r => r.Path, StringComparer.Ordinal)
                .ThenBy(r => r.Method, StringComparer.Ordinal),
        ];

    static IEnumerable<ApiRoute> Methods(RouteEndpoint route)
    {
        var who = Access.LeastRole(route) is { } role ? Words.Of(role) : "everybody, or who has the key";
        return (route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["any"]).Select(
            method => new ApiRoute(method, route.RoutePattern.RawText!.TrimEnd('/'), who)
        );
    }
}
