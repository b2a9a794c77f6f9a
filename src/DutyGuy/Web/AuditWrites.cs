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
                await next();
                if (IsWrite(context.Request) && Caller.From(context.User) is { } caller)
                    await Note(context, caller);
            }
        );

    static bool IsWrite(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsOptions(request.Method);

    static Task Note(HttpContext context, Caller caller)
    {
        var services = context.RequestServices;
        var row = new AuditRow
        {
            At = services.GetRequiredService<IClock>().GetCurrentInstant(),
            By = caller.Name,
            What = $"{context.Request.Method} {context.Request.Path}",
            Status = context.Response.StatusCode,
        };
        return services.GetRequiredService<DutyStore>().Change(db => db.Insert(row));
    }
}
