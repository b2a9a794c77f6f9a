using DutyGuy.Clockwork;
using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Settings;

/// <summary>The page /settings, and one's own look.</summary>
static class SettingsPages
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/settings", Show);
        app.MapPost("/settings/look", Keep);
    }

    static async Task<IResult> Show(
        Caller caller,
        FrameLoader frames,
        DutyStore store,
        ServeSettings settings,
        Histories histories,
        HttpContext http
    )
    {
        var frame = await frames.Load(http, caller);
        var view = await store.Read(db => SettingsView.Load(db, caller.Is(Role.Administrator)));
        var address = settings.PublicAddress ?? $"{http.Request.Scheme}://{http.Request.Host}";
        return Page.Of<SettingsPage>(
            new
            {
                Frame = frame,
                View = view,
                Histories = view
                    .Repositories.Where(r => histories.StateOf(r.Id) is not null)
                    .ToDictionary(r => r.Id, r => HistoryWords.Of(histories.StateOf(r.Id)!)),
                Address = address.TrimEnd('/'),
            }
        );
    }

    static async Task<IResult> Keep(HttpRequest request, Caller caller, DutyStore store)
    {
        var form = await request.Fields();
        var theme = form.Text("theme") is "day" or "night" ? form.Text("theme") : null;
        await store.Change(async db =>
        {
            var account = await db.Accounts.FirstOrDefaultAsync(a => a.Person == caller.Person);
            if (account is not null)
                await db.Replace(account with { Theme = theme, KeysOff = form.Text("keys") is null });
        });
        return new DoneThere("/settings", "Kept.");
    }
}
