using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Pokes;

/// <summary>An answer: <c>who</c> goes with "not me", <c>due</c> with "taken".</summary>
sealed record AnswerIn(PokeAnswer Answer, string? Who = null, LocalDate? Due = null);

/// <summary>The asked person answers: taken, not me, or later.</summary>
static class AnswerPoke
{
    /// <summary>One answer in one transaction; also for the page's form.</summary>
    public static Task<Outcome<Poke>> Handle(DutyStore store, long id, string? by, AnswerIn said, Instant now) =>
        store.Change(db => In(db, id, by, said, now));

    static async Task<Outcome<Poke>> In(DutyDb db, long id, string? by, AnswerIn said, Instant now)
    {
        if (by is null)
            return Asking.NoPerson();
        if (await db.Pokes.FirstOrDefaultAsync(p => p.Id == id) is not { } poke)
            return Refusal.NotFound($"There is no poke {id}.");
        var decided = await Decide(db, poke, by, said, now);
        if (decided.Refusal is { } refusal)
            return refusal;
        await db.Apply(decided.Value!, now);
        return await db.Pokes.FirstAsync(p => p.Id == id);
    }

    static async Task<Outcome<Decision>> Decide(DutyDb db, Poke poke, string by, AnswerIn said, Instant now)
    {
        var people = await db.People.ToDictionaryAsync(p => p.Handle);
        if (poke.Person != by)
            return Refusal.NotAllowed($"{people[poke.Person].Name} was asked. Who is on duty can hand the error on.");
        if (said.Answer is PokeAnswer.Silence or PokeAnswer.Withdrawn)
            return Refusal.Invalid("Answer taken, not me, or later.", "answer");
        if (said.Who is { } who && !people.ContainsKey(who))
            return Refusal.Invalid($"Nobody is called “{who}”. Take a name from the people's page.", "who");
        if (said.Due is { } day && Reach.Wrong(day, now.InUtc().Date, "due") is { } far)
            return far;
        if (poke.ErrorId is not { } id)
            return AboutMain(poke, said, people[by].Name, now);
        var error = await db.Errors.FirstAsync(e => e.Id == id);
        if (await db.LoadFacts(error, now) is not { } facts)
            return await db.NobodyLooksAfter(error);
        return said.Due is { } due && due < facts.Today
            ? Refusal.Invalid("That day is over. Name today or a later one.", "due")
            : Domain.Pokes.Answer(facts, poke, error, said.Answer, said.Who, said.Due);
    }

    /// <summary>A commit that broke main: the answer is noted, nothing is handed on.</summary>
    static Decision AboutMain(Poke poke, AnswerIn said, string name, Instant now)
    {
        if (poke.Answer == said.Answer)
            return Decision.None;
        var text = said.Answer switch
        {
            PokeAnswer.Taken => $"{name} looks at the red main.",
            PokeAnswer.Later => $"{name} looks at the red main later today.",
            _ => $"{name} says that the red main is not theirs.",
        };
        var fact = new Fact
        {
            At = now,
            Kind = FactKind.PokeAnswered,
            Source = poke.Person,
            Text = text,
        };
        return new() { Rows = [poke with { Answer = said.Answer, AnsweredAt = now, Who = said.Who }], Facts = [fact] };
    }
}
