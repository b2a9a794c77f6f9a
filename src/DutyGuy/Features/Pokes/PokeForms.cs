using DutyGuy.Domain;
using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.Pokes;

/// <summary>The three answers on the page of a poke.</summary>
static class PokeForms
{
    public static void Map(WebApplication app) => app.MapPost("/pokes/{id:long}/answer", Answer).Needs(Role.Engineer);

    static async Task<IResult> Answer(long id, HttpRequest request, Asking ask)
    {
        var form = await request.Fields();
        var word = form.Text("answer")?.Replace(" ", "", StringComparison.Ordinal);
        if (!Enum.TryParse<PokeAnswer>(word, ignoreCase: true, out var answer))
            return Form.Done(Refusal.Invalid("Answer taken, not me, or later.").ToProblem(), $"/pokes/{id}");
        var said = new AnswerIn(answer, form.Text("who"));
        return Form.Done(await AnswerPoke.Handle(ask.Store, id, ask.Person, said, ask.Now), $"/pokes/{id}#answer");
    }
}
