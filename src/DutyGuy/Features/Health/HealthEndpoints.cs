using DutyGuy.Clockwork;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Health;

/// <summary>Is the process up, and can it read its database?</summary>
static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => "live").AllowAnonymous();
        app.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    static async Task<IResult> Ready(DutyStore store, Histories histories)
    {
        try
        {
            await store.Read(db => db.Duties.CountAsync());
            return TypedResults.Text(histories.AnyIsRead ? "ready, a history is still being read" : "ready");
        }
        catch (Exception broken) when (broken is System.Data.Common.DbException or InvalidOperationException)
        {
            return TypedResults.Text("the database does not answer", statusCode: 503);
        }
    }
}
