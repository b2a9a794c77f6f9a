using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.Connections;

/// <summary>The test button of the page Settings; the page then says what came of it.</summary>
static class ConnectionForms
{
    public static void Map(WebApplication app) =>
        app.MapPost("/settings/connections/{id:long}/test", Test).Needs(Role.Administrator);

    static async Task<IResult> Test(long id, HttpContext context, DutyStore store, SecretBox box, IClock clock) =>
        Form.Done(await TestConnection.Run(id, context, store, box, clock), "/settings#connections");
}
