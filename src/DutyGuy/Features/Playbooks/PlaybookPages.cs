using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.Playbooks;

/// <summary>The page /playbook; ?duty= chooses whose.</summary>
static class PlaybookPages
{
    public static void Map(WebApplication app) => app.MapGet("/playbook", Show);

    static async Task<IResult> Show(string? duty, Caller caller, FrameLoader frames, DutyStore store, HttpContext http)
    {
        var frame = await frames.Load(http, caller);
        var id = duty ?? frame.Mine?.Duty.Id;
        if (id is null)
            return Page.NeedsTeam(frame, "playbook", "Playbook");
        var found = await store.Read(db => ReadPlaybook.Find(db, id, null, frame.Now));
        if (found.Value is not { } view)
            return Page.NotFound(frame, found.Refusal!.Detail);
        var history = await store.Read(db => ReadPlaybook.History(db, id));
        return Page.Of<PlaybookPage>(
            new
            {
                Frame = frame,
                View = view,
                History = history,
            }
        );
    }
}
