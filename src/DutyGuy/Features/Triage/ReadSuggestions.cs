using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>Somebody who could look at an error; <c>absent</c> says why they cannot be asked now.</summary>
sealed record SuggestionView(string Person, double Score, IReadOnlyList<string> Reasons, string? Absent);

/// <summary>Who could look at an error, best first, as ranked last.</summary>
static class ReadSuggestions
{
    public static async Task<IResult> Of(long id, Asking asking) =>
        (await asking.Store.Read(db => Find(db, id, asking.Now))).ToResult();

    public static async Task<Outcome<ListOf<SuggestionView>>> Find(DutyDb db, long id, Instant now)
    {
        if (await db.Errors.FirstOrDefaultAsync(e => e.Id == id) is not { } error)
            return Refusal.NotFound($"There is no error {id}.");
        var facts = await db.LoadFacts(error, now);
        var ranked = await db.Suggestions.Where(s => s.ErrorId == id).OrderBy(s => s.Rank).ToListAsync();
        return ListOf<SuggestionView>.All([.. ranked.Select(s => View(s, facts))]);
    }

    static SuggestionView View(Suggestion s, DutyFacts? facts) =>
        new(s.Person, s.Score, s.Reasons, facts is null ? null : Presence.Of(facts, s.Person));
}
