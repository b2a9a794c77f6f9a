using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.LogBook;

/// <summary>The buttons of an entry: save, sign, read.</summary>
static class LogForms
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/log/{id:long}", Write).Needs(Role.Engineer);
        app.MapPost(
            "/log/{id:long}/read",
            async (long id, Caller caller, DutyStore store, IClock clock) =>
                Form.Done(await MarkRead.Handle(id, caller, store, clock), $"/log/{id}", "Noted that you read it.")
        );
    }

    /// <summary>Both buttons save the words; one signs, too.</summary>
    static async Task<IResult> Write(long id, HttpRequest request, Caller caller, DutyStore store, IClock clock)
    {
        var form = await request.Fields();
        var words = new EntryWords(form.Text("odd") ?? "", form.Text("tomorrow") ?? "");
        var written = await WriteEntry.Handle(id, words, caller, store, clock);
        if (written is Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult || form.Text("do") != "sign")
            return Form.Done(written, $"/log/{id}#entry", "The draft is saved.");
        return Form.Done(await SignEntry.Handle(id, caller, store, clock), $"/log/{id}#entry", "Your entry is signed.");
    }
}
