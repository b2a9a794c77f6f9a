using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Features.Pokes;

/// <summary>One question to one person, and the answer.</summary>
static class PokeEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var pokes = api.MapGroup("/pokes").WithTags("Errors");
        pokes.MapGet("/{id:long}", Read).Produces<PokeView>();
        pokes.MapPost("/{id:long}/answer", Answer).Needs(Role.Engineer).Produces<PokeView>();
    }

    static async Task<IResult> Read(long id, Asking asking) =>
        (await asking.Store.Read(db => ReadPokes.Find(db, id, asking.Address))).ToResult();

    static async Task<IResult> Answer(long id, AnswerIn said, Asking asking)
    {
        var answered = await AnswerPoke.Handle(asking.Store, id, asking.Person, said, asking.Now);
        return answered.Refusal is { } refusal ? refusal.ToProblem() : await Read(id, asking);
    }
}
