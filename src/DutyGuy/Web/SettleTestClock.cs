using DutyGuy.Clockwork;

namespace DutyGuy.Web;

/// <summary>With the test clock a write answers only when the passes it causes have run, so that tests need no waiting.</summary>
static class SettleTestClock
{
    public static void UseSettling(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<DutyClock>().Testing)
            return;
        app.Use(
            async (context, next) =>
            {
                var body = context.Response.Body;
                using var held = new MemoryStream();
                var writes =
                    !HttpMethods.IsGet(context.Request.Method)
                    && !context.Request.Path.StartsWithSegments("/api/v1/test", StringComparison.Ordinal);
                if (writes)
                    context.Response.Body = held;
                await next();
                if (!writes)
                    return;
                if (context.Response.StatusCode < 400)
                    await context.RequestServices.GetRequiredService<Passes>().RunNow();
                context.Response.Body = body;
                held.Position = 0;
                await held.CopyToAsync(body);
            }
        );
    }
}
