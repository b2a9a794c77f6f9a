using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.LogBook;

/// <summary>The pages /log and /log/{id}.</summary>
static class LogPages
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/log", All);
        app.MapGet("/log/{id:long}", One);
    }

    static async Task<IResult> All(string? q, Caller caller, FrameLoader frames, DutyStore store, HttpContext http)
    {
        var frame = await frames.Load(http, caller);
        var search = new LogSearch(q, LocalDate.MinIsoValue, LocalDate.MaxIsoValue, null, 0);
        return Page.Of<LogPage>(
            new
            {
                Frame = frame,
                Entries = await store.Read(db => ReadLog.Find(db, search, frame.Now)),
                All = await store.Read(db => db.LogEntries.CountAsync()),
                Search = string.IsNullOrWhiteSpace(q) ? null : q,
            }
        );
    }

    static async Task<IResult> One(long id, Caller caller, FrameLoader frames, DutyStore store, HttpContext http)
    {
        var frame = await frames.Load(http, caller);
        var found = await store.Read(db => ReadLog.Find(db, id, frame.Now));
        return found.Value is { } entry
            ? Page.Of<EntryPage>(new { Frame = frame, Entry = entry })
            : Page.NotFound(frame, found.Refusal!.Detail);
    }
}
