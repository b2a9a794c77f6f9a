using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Accounts;

/// <summary>Whoever visits the demo becomes another person of its team. The route is there in the demo alone.</summary>
static class ActAs
{
    public static async Task<IResult> Handle(HttpContext context, DutyStore store, IClock clock)
    {
        var handle = (await context.Request.Fields())["person"].ToString();
        var today = clock.GetCurrentInstant().InUtc().Date;
        return await store.Change(db => HasAccount(db, handle, today))
            ? await Welcome.Enter(context, store, handle)
            : Form.Done(Refusal.Invalid($"There is no “{handle}” in the team.", "person"), "/");
    }

    static async Task<bool> HasAccount(DutyDb db, string handle, LocalDate today)
    {
        if (await db.People.FirstOrDefaultAsync(p => p.Handle == handle) is not { } person || !person.IsInTeamOn(today))
            return false;
        await OneTimeUse.NeedsAccount(db, handle);
        return true;
    }
}
