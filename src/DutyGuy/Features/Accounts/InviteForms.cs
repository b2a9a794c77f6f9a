using DutyGuy.Domain;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Accounts;

/// <summary>A one-time address by the button of the page People.</summary>
static class InviteForms
{
    public static void Map(WebApplication app) =>
        app.MapPost("/people/{handle}/invitation", Make).Needs(Role.Administrator);

    static async Task<IResult> Make(string handle, HttpContext http, Caller caller, Asking ask)
    {
        var made = await Invite.To(handle, ask);
        return made.Refusal is { } refusal
            ? Form.Done(refusal, "/people")
            : await Made(handle, await NameOf(ask, handle), made.Value!.Address).Page(http, caller);
    }

    static Task<string> NameOf(Asking ask, string handle) =>
        ask.Store.Read(db => db.People.Where(p => p.Handle == handle).Select(p => p.Name).FirstAsync());

    static Once Made(string handle, string name, string address) =>
        new(
            "people",
            "People",
            $"Give this address to {name}.",
            "It works once, within three days, to choose a password; an older one stops working. It is shown this once.",
            "one-time address",
            address,
            "/people#person-" + handle
        );
}
