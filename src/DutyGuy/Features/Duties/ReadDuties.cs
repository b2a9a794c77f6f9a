using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Duties;

/// <summary>Shows duties.</summary>
static class ReadDuties
{
    /// <summary>With <c>ended=true</c> also those that were ended.</summary>
    public static async Task<IResult> List(bool? ended, DutyStore store, IClock clock) =>
        TypedResults.Json(
            ListOf<DutyView>.All(await store.Read(db => All(db, ended ?? false, clock.GetCurrentInstant()))),
            Words.Json
        );

    public static async Task<IResult> One(string duty, DutyStore store, IClock clock)
    {
        var found = await store.Read(db => Find(db, duty, clock.GetCurrentInstant()));
        return found.ToResult();
    }

    public static async Task<Outcome<DutyView>> Find(DutyDb db, string id, Instant now)
    {
        if (await db.Duties.FirstOrDefaultAsync(d => d.Id == id) is not { } duty)
            return NoSuch(id);
        return await View(db, duty, now);
    }

    public static Refusal NoSuch(string duty) => Refusal.NotFound($"There is no duty “{duty}”. GET duties lists them.");

    static async Task<IReadOnlyList<DutyView>> All(DutyDb db, bool ended, Instant now)
    {
        var views = new List<DutyView>();
        foreach (var duty in ended ? await db.EveryDuty() : await db.AllDuties())
            views.Add(await View(db, duty, now));
        return views;
    }

    static async Task<DutyView> View(DutyDb db, Duty duty, Instant now)
    {
        try
        {
            var (version, playbook) = await db.PlaybookInForce(duty.Id, now);
            return DutyView.Of(duty, playbook, version);
        }
        catch (UnreadablePlaybookException broken)
        {
            return DutyView.Of(duty, null, broken.Number) with { Problem = broken.Message };
        }
    }
}
