using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Checklists;

/// <summary>Shows runs.</summary>
static class ReadRun
{
    const int PageSize = 100;

    public static async Task<IResult> One(long id, DutyStore store, ConnectedActions connected) =>
        (await store.Read(db => Find(db, id, connected))).ToResult();

    public static async Task<ListOf<RunView>> List(
        string? duty,
        int? skip,
        HttpRequest request,
        DutyStore store,
        ConnectedActions connected
    ) => (await store.Read(db => Part(db, duty, Parts.From(skip), connected))).After(Parts.From(skip), request);

    public static async Task<Outcome<RunView>> Find(DutyDb db, long id, ConnectedActions connected)
    {
        if (await db.ChecklistRuns.FirstOrDefaultAsync(r => r.Id == id) is not { } run)
            return Refusal.NotFound($"There is no checklist run {id}.");
        var playbook = await db.PlaybookOf(run.Duty, run.Version);
        return RunView.Of(run, playbook.Checklists[run.Checklist], connected.Kinds);
    }

    static async Task<ListOf<RunView>> Part(DutyDb db, string? duty, int skip, ConnectedActions connected)
    {
        var runs = db.ChecklistRuns.Where(r => duty == null || r.Duty == duty);
        var views = new List<RunView>();
        foreach (var run in await runs.OrderByDescending(r => r.Id).Skip(skip).Take(PageSize).ToListAsync())
            views.Add(
                RunView.Of(run, (await db.PlaybookOf(run.Duty, run.Version)).Checklists[run.Checklist], connected.Kinds)
            );
        return new(views, await runs.CountAsync());
    }
}
