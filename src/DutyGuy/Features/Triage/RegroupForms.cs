using DutyGuy.Domain;
using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.Triage;

/// <summary>The buttons that make errors one or two, and take that back.</summary>
static class RegroupForms
{
    public static void Map(WebApplication app, RouteGroupBuilder errors)
    {
        errors.MapPost("/merge", Merge);
        errors.MapPost("/split", Split);
        app.MapPost("/undo/{fact:long}", Undo).Needs(Role.Engineer);
    }

    static async Task<IResult> Merge(long id, HttpRequest request, Asking ask)
    {
        var with = long.TryParse((await request.Fields()).Text("with"), out var number) ? number : 0;
        var done = await RegroupErrors.Merge(ask.Store, id, with, ask.Person, ask.Now);
        return Form.Done(done, At(done, id), "They are one error now.");
    }

    static async Task<IResult> Split(long id, HttpRequest request, Asking ask)
    {
        var kinds = (await request.Fields())["variants"].OfType<string>().ToList();
        var done = await RegroupErrors.Split(ask.Store, id, kinds, ask.Person, ask.Now);
        return Form.Done(done, At(done, id), "These events are another error now: this one.");
    }

    static async Task<IResult> Undo(long fact, Asking ask)
    {
        var done = await RegroupErrors.Undo(ask.Store, fact, ask.Person, ask.Now);
        return Form.Done(done, At(done, null), "Taken back.");
    }

    static string At(Outcome<long> done, long? id) =>
        done.Refusal is null ? $"/triage/{done.Value}"
        : id is null ? "/triage"
        : $"/triage/{id}";
}
