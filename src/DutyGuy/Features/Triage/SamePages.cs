using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.Triage;

/// <summary>The page /triage/{error}/same: ?q= finds the other error, ?with= shows what would come of it.</summary>
static class SamePages
{
    public static void Map(WebApplication app) => app.MapGet("/triage/{error:long}/same", Show);

    static async Task<IResult> Show(
        long error,
        string? q,
        long? with,
        Caller caller,
        FrameLoader frames,
        DutyStore store,
        HttpContext http
    )
    {
        if (await store.Read(db => TriagePages.PartOf(db, error)) is { } whole)
            return new DoneThere($"/triage/{whole}", $"Error {error} is a part of this one.");
        var frame = await frames.Load(http, caller);
        var facts = frame.Duties.FirstOrDefault(d => d.Errors.Any(e => e.Id == error));
        if (facts?.Errors.FirstOrDefault(e => e.Id == error) is not { } one)
            return Page.NotFound(frame, "There is no such error that is open.");
        var words = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var alike = AlikeErrors.Of(one, facts.Errors, words);
        return Page.Of<SamePage>(
            new
            {
                Frame = frame,
                Error = one,
                Alike = alike,
                With = AlikeErrors.Of(one, facts.Errors).FirstOrDefault(e => e.Id == with),
                Search = words,
            }
        );
    }
}
