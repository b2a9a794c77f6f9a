namespace DutyGuy.Features.Intake;

/// <summary>
/// Where the official Sentry SDKs send to: anybody with a project's key, from any origin. And where others send their minutes.
/// </summary>
static class IntakeEndpoints
{
    static readonly string[] Sends = ["POST"];
    static readonly string[] SendsOrShows = ["POST", "GET"];
    static readonly string[] Asks = ["OPTIONS"];

    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<KnownProjects>();
        services.AddSingleton<KnownSourceMaps>();
        services.AddSingleton<SendingLimits>();
        services.AddSingleton<ReceiveEvents>();
        services.AddSingleton<StoreBatch>();
        services.AddSingleton<EventBatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<EventBatcher>());
    }

    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        ReceiveMetrics.Map(api);
        var receive = app.Services.GetRequiredService<ReceiveEvents>();
        foreach (var form in Enum.GetValues<IntakeForm>())
        {
            var path = $"/api/{{project:int}}/{(form == IntakeForm.Store ? "store" : "envelope")}";
            // Nobody signs in here: nothing of sessions, forms and roles stands in the way of the crowd.
            // The first browsers' client showed a picture whose address was the event.
            var ways = form == IntakeForm.Store ? SendsOrShows : Sends;
            app.MapMethods(path, ways, (RequestDelegate)(context => receive.Answer(context, form)))
                .AllowAnonymous()
                .ShortCircuit();
            app.MapMethods(path, Asks, (RequestDelegate)Preflight).AllowAnonymous().ShortCircuit();
        }
    }

    /// <summary>What a browser may do from any page; only here.</summary>
    public static void AllowAnyOrigin(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "x-sentry-error, x-sentry-rate-limits, retry-after";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    static Task Preflight(HttpContext context)
    {
        var headers = context.Response.Headers;
        AllowAnyOrigin(headers);
        headers.AccessControlAllowMethods = "POST, OPTIONS";
        headers.AccessControlAllowHeaders =
            "x-sentry-auth, x-requested-with, origin, accept, content-type, authentication, authorization, "
            + "content-encoding, transfer-encoding, baggage, sentry-trace";
        headers.AccessControlMaxAge = "3600";
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }
}

/// <summary>The two forms in which SDKs send.</summary>
enum IntakeForm
{
    /// <summary>Items of any kind, one after the other.</summary>
    Envelope,

    /// <summary>One event (older SDKs).</summary>
    Store,
}
