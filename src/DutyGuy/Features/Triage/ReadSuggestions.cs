using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>
/// Somebody who could look at an error; <c>score</c> is the probability of being the one who will mend it,
/// <c>absent</c> says why they cannot be asked now.
/// </summary>
sealed record SuggestionView(string Person, double Score, IReadOnlyList<string> Reasons, string? Absent);

/// <summary>Who could look at an error, best first.</summary>
/// <param name="Chosen">Who is chosen beforehand; null when nobody fits well.</param>
/// <param name="WhyNobody">Why nobody is chosen, or nobody could be named.</param>
sealed record SuggestionsView(
    IReadOnlyList<SuggestionView> Items,
    int Total,
    string? Next,
    string? Chosen,
    string? WhyNobody
);

/// <summary>Who could look at an error, as ranked last.</summary>
static class ReadSuggestions
{
    public static async Task<IResult> Of(long id, Asking asking, OwnerFinder owners)
    {
        var found = await asking.Store.Read(db => Find(db, id, asking.Now));
        if (found.Value is not { Total: 0 })
            return found.ToResult();
        var error = await asking.Store.Read(db => db.Errors.FirstAsync(e => e.Id == id));
        return TypedResults.Json(found.Value with { WhyNobody = await owners.WhyNobody(error) }, Words.Json);
    }

    static async Task<Outcome<SuggestionsView>> Find(DutyDb db, long id, Instant now)
    {
        if (await db.Errors.FirstOrDefaultAsync(e => e.Id == id) is not { } error)
            return Refusal.NotFound($"There is no error {id}.");
        return await db.LoadFacts(error, now) is { } facts ? View(facts, error) : await db.NobodyLooksAfter(error);
    }

    static SuggestionsView View(DutyFacts facts, TrackedError error)
    {
        var ranked = WhoFits.Ranked(facts, error);
        var views = ranked.Select(s => new SuggestionView(s.Person, s.Score, s.Reasons, Presence.Of(facts, s.Person)));
        var chosen = WhoFits.First(facts, error)?.Person;
        return new([.. views], ranked.Count, null, chosen, WhoFits.NobodyFits(facts, error));
    }
}
