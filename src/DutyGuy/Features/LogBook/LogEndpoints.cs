using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Features.LogBook;

/// <summary>The log book: drafted by the software, completed and signed by the person.</summary>
static class LogEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var log = api.MapGroup("/log").WithTags("Log book");
        log.MapGet("", ReadLog.List).Produces<ListOf<EntryView>>();
        log.MapGet("/{id:long}", ReadLog.One).Produces<EntryView>();
        log.MapPatch("/{id:long}", WriteEntry.Handle).Needs(Role.Engineer).Produces<EntryView>();
        log.MapPost("/{id:long}/sign", SignEntry.Handle).Needs(Role.Engineer).Produces<EntryView>();
        log.MapPost("/{id:long}/read", MarkRead.Handle).Produces<EntryView>();
    }
}
