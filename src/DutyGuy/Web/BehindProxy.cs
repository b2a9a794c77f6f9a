using System.Net;
using DutyGuy.Commands;
using DutyGuy.Store;
using Microsoft.AspNetCore.HttpOverrides;

namespace DutyGuy.Web;

/// <summary>X-Forwarded-* are believed from the proxies that the setting <c>proxies</c> names, and from nobody else.</summary>
static class BehindProxy
{
    public static void UseProxies(this WebApplication app, ServeSettings settings)
    {
        var proxies = settings.Proxies.Split(
            ',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        if (proxies.Length == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownProxies.Add(Address(proxy));
        app.UseForwardedHeaders(options);
    }

    static IPAddress Address(string proxy) =>
        IPAddress.TryParse(proxy, out var address)
            ? address
            : throw new StartProblem(
                $"“{proxy}” in the setting “proxies” is no address.",
                "Write for instance 127.0.0.1."
            );
}
