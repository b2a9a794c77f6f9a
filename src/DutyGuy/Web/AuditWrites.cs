using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Web;

/// <summary>Every write by a person or a program leaves one row, also the refused ones. The intake counts its own.</summary>
static class AuditWrites
{
    public static void UseAudit(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                try
                {
                    await next();
                }
                catch (Exception broken)
                {
                    await Note(context, broken is BadHttpRequestException bad ? bad.StatusCode : 500);
                    throw;
                }
                await Note(context, context.Response.StatusCode);
            }
        );

    public static bool IsWrite(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsOptions(request.Method);

    static Task Note(HttpContext context, int status)
    {
        var who = Caller.From(context.User)?.Name ?? (IsDoor(context, status) ? "nobody" : null);
        if (who is null || !IsWrite(context.Request))
            return Task.CompletedTask;
        var services = context.RequestServices;
        var row = new AuditRow
        {
            At = services.GetRequiredService<IClock>().GetCurrentInstant(),
            By = who,
            What = $"{context.Request.Method} {Path(context)}",
            Status = status,
        };
        return services.GetRequiredService<DutyStore>().Change(db => db.Insert(row));
    }

    /// <summary>Failed sign-ins are kept too; not those that were only told to wait.</summary>
    static bool IsDoor(HttpContext context, int status) =>
        status != 429 && context.GetEndpoint()?.Metadata.GetMetadata<GuardedForm>() is not null;

    /// <summary>The secret of a one-time address is not kept.</summary>
    static string Path(HttpContext context) =>
        context.Request.RouteValues.ContainsKey("secret") && context.GetEndpoint() is RouteEndpoint route
            ? route.RoutePattern.RawText!
            : context.Request.Path;
}
