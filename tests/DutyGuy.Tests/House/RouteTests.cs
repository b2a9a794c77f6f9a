using DutyGuy.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace DutyGuy.Tests.House;

/// <summary>The addresses that others rely on change only on purpose.</summary>
public class RouteTests
{
    const string Approved = "tests/DutyGuy.Tests/House/routes.approved.txt";

    [Fact]
    public async Task The_routes_are_the_approved_ones()
    {
        await using var duty = await DutyApp.Start();
        var routes = Routes(duty.Part<EndpointDataSource>());
        var file = Path.Combine(Repository.Root, Approved);
        if (Environment.GetEnvironmentVariable("DUTY_APPROVE") == "1")
            await File.WriteAllLinesAsync(file, routes);
        var approved = await File.ReadAllLinesAsync(file);
        var difference = approved
            .Except(routes)
            .Select(r => $"- {r}")
            .Concat(routes.Except(approved).Select(r => $"+ {r}"));
        string.Join('\n', difference)
            .ShouldBeEmpty(
                $"The routes are not those of {Approved}. On purpose? Then: DUTY_APPROVE=1 ./duty test --filter-class *RouteTests"
            );
    }

    [Fact]
    public async Task What_nobody_may_use_without_signing_in_is_a_short_list()
    {
        await using var duty = await DutyApp.Start();
        Routes(duty.Part<EndpointDataSource>())
            .Where(r => r.EndsWith(Open, StringComparison.Ordinal) && r.Contains(" /api/v1/"))
            .ShouldAllBe(r => r.Contains("/api/v1/test/clock"));
    }

    const string Open = "  (anybody)";

    static string[] Routes(EndpointDataSource all) =>
        [
            .. all
                .Endpoints.OfType<RouteEndpoint>()
                .SelectMany(Lines)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    static IEnumerable<string> Lines(RouteEndpoint endpoint)
    {
        var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null ? "" : Open;
        var path = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"];
        return methods.Select(method => $"{method} {path}{open}");
    }
}
