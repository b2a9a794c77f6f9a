using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Pokes;

/// <summary>A question to one person, with why them and what they said.</summary>
sealed record PokeView(
    long Id,
    long? Error,
    string? Title,
    string? Environment,
    string? Commit,
    string Person,
    string By,
    IReadOnlyList<string> Reasons,
    Instant At,
    Instant AnswerBy,
    PokeAnswer? Answer,
    Instant? AnsweredAt,
    string? Who,
    string Url
)
{
    public static PokeView Of(Poke p, TrackedError? error, PublicAddress address) =>
        new(
            p.Id,
            p.ErrorId,
            error?.Title,
            error?.Environment,
            p.Commit,
            p.Person,
            p.By,
            p.Reasons,
            p.At,
            p.AnswerBy,
            p.Answer,
            p.AnsweredAt,
            p.Who,
            address.To($"/pokes/{p.Id}")
        );
}

/// <summary>Shows a poke.</summary>
static class ReadPokes
{
    public static async Task<Outcome<PokeView>> Find(DutyDb db, long id, PublicAddress address)
    {
        if (await db.Pokes.FirstOrDefaultAsync(p => p.Id == id) is not { } poke)
            return Refusal.NotFound($"There is no poke {id}.");
        return PokeView.Of(poke, await db.Errors.FirstOrDefaultAsync(e => e.Id == poke.ErrorId), address);
    }
}
