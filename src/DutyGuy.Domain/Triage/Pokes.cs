using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Who is asked about an error, once; what an answer or silence leads to.</summary>
public static class Pokes
{
    /// <summary>Asks a person and assigns the error at once. Pressed again it changes nothing.</summary>
    public static Outcome<Decision> Ask(DutyFacts facts, TrackedError error, string person, string by)
    {
        if (Refuse(facts, error, person) is { } refusal)
            return refusal;
        if (person == facts.OnDuty.Person)
            return error.Assignee == person && error.Ownership == Ownership.Taken
                ? Decision.None
                : TakeByDuty(facts, error, person);
        if (!AlreadyAsked(facts, error, person))
            return Asked(facts, error, person, by);
        return error.Assignee == person ? Decision.None : AskedBefore(facts, error, person);
    }

    /// <summary>What the asked person said, or silence.</summary>
    public static Outcome<Decision> Answer(
        DutyFacts facts,
        Poke poke,
        TrackedError error,
        PokeAnswer answer,
        string? who = null,
        LocalDate? due = null
    )
    {
        if (poke.Answer == PokeAnswer.Withdrawn)
            return Refusal.Conflict("Nobody waits for this answer any more: the error is a part of another one now.");
        // "Later today" is followed by what it came to.
        if (poke.Answer is { } before && before != PokeAnswer.Later)
            return before == answer && poke.Who == who
                ? Decision.None
                : Refusal.Conflict($"You answered “{Plain(before)}” already. Hand the error on from its page.");
        if (poke.Answer == answer)
            return Decision.None;
        var answered = poke with { Answer = answer, AnsweredAt = facts.Now, Who = who };
        var noted = new Decision { Rows = [answered], Facts = [AnswerFact(facts, answered, error)] };
        if (error.Life != poke.Life || error.Assignee != poke.Person)
            return noted;
        return answer switch
        {
            PokeAnswer.Taken => noted + Taken(facts, error, poke.Person, due),
            PokeAnswer.Later => noted + Rows(error with { Ownership = Ownership.Later }),
            // Outside the hours nobody is poked: the next turn begins with it (Unanswered).
            _ when facts.OnDuty.Person is null => noted,
            _ => HandOn(facts, answered, error, who) is { Refusal: null } next ? noted + next.Value! : noted,
        };
    }

    /// <summary>Handed on: to whom they named, else the next present one who fits, else nobody and the line returns.</summary>
    internal static Outcome<Decision> HandOn(DutyFacts facts, Poke poke, TrackedError error, string? who)
    {
        // Who is on duty is not poked: the line comes back to them.
        if (who is not null && who == facts.OnDuty.Person)
            return Rows(ErrorLife.Assign(error, null));
        var next =
            who is not null && Refuse(facts, error, who) is null && !AlreadyAsked(facts, error, who)
                ? who
                : WhoFits.Next(facts, error, poke.Person);
        return next is null
            ? Rows(ErrorLife.Assign(error, null))
            : Asked(facts, error, next, poke.Answer == PokeAnswer.NotMe ? poke.Person : "by itself");
    }

    static Refusal AskedBefore(DutyFacts facts, TrackedError error, string person)
    {
        var next = WhoFits.Next(facts, error, person) is { } name ? $"Next is {name}." : "Choose somebody else.";
        return Refusal.Conflict($"{facts.NameOf(person)} was asked about this error already. {next}");
    }

    internal static Refusal? Refuse(DutyFacts facts, TrackedError error, string person)
    {
        if (!facts.People.ContainsKey(person))
            return Refusal.Invalid($"Nobody is called “{person}”. Take a name from the people's page.", "person");
        if (error.Status != ErrorStatus.Open)
            return Refusal.Conflict("The error is not open any more.");
        if (Presence.Of(facts, person) is not { } absent)
            return null;
        var next = WhoFits.Next(facts, error, person);
        return Refusal.Conflict(absent + (next is null ? " Choose somebody else." : $" Next is {next}."));
    }

    internal static bool AlreadyAsked(DutyFacts facts, TrackedError error, string person) =>
        error.Asked.Contains(person)
        || facts.Pokes.Any(p => p.ErrorId == error.Id && p.Life == error.Life && p.Person == person);

    static Decision Asked(DutyFacts facts, TrackedError error, string person, string by)
    {
        var reasons = facts.Suggestions.FirstOrDefault(s => s.ErrorId == error.Id && s.Person == person)?.Reasons ?? [];
        var poke = new Poke
        {
            ErrorId = error.Id,
            Life = error.Life,
            Person = person,
            By = by,
            Reasons = reasons,
            At = facts.Now,
            AnswerBy = Presence.HoursOf(facts, person).AddWorkingTime(facts.Now, HouseRules.AnswerWithin),
        };
        var owned = error with { Assignee = person, Ownership = Ownership.Poked, DueOn = null };
        var why = reasons.Count > 0 ? $" Why you: {FullStop.After(reasons[0])}" : "";
        return new()
        {
            Rows = [owned, poke],
            Facts =
            [
                facts.Fact(
                    FactKind.Poked,
                    by,
                    $"{facts.NameOf(person)} was poked about “{error.Title}”.",
                    Subject(error)
                ),
            ],
            Messages =
            [
                new(
                    OutboxKind.Poke,
                    EffectKeys.Poke(error.Id, error.Life, person),
                    person,
                    $"Is this yours? {FullStop.Without(error.Title)} ({error.Environment}).{why} Answer: taken, not me, or later.",
                    "/pokes/{id}",
                    poke
                ),
                Assignment(error, person, "poke"),
            ],
        };
    }

    static Decision TakeByDuty(DutyFacts facts, TrackedError error, string person) =>
        Taken(facts, error, person, null)
        + new Decision
        {
            Facts =
            [
                facts.Fact(FactKind.Assigned, person, $"{facts.NameOf(person)} took “{error.Title}”.", Subject(error)),
            ],
            Messages = [Assignment(error, person, "taken")],
        };

    static Decision Taken(DutyFacts facts, TrackedError error, string person, LocalDate? due)
    {
        var hours = Presence.HoursOf(facts, person);
        return Rows(
            ErrorLife.Take(error, person, due ?? hours.AddWorkingDays(facts.Today, HouseRules.WorkingDaysToMend))
        );
    }

    internal static NewMessage Assignment(TrackedError error, string person, string cause) =>
        new(
            OutboxKind.Assign,
            EffectKeys.Assign(error.Id, error.Life, person, cause),
            person,
            $"“{error.Title}” is assigned to {person}.",
            $"/triage/{error.Id}"
        );

    static Fact AnswerFact(DutyFacts facts, Poke poke, TrackedError error)
    {
        var name = facts.NameOf(poke.Person);
        var text = poke.Answer switch
        {
            PokeAnswer.Taken => $"{name} took “{error.Title}”.",
            PokeAnswer.Later => $"{name} looks at “{error.Title}” later today.",
            PokeAnswer.Silence => $"{name} did not answer about “{error.Title}” in two working hours.",
            _ =>
                $"{name} said “{error.Title}” is not theirs{(poke.Who is { } who ? $", but {facts.NameOf(who)}'s" : "")}.",
        };
        var source = poke.Answer == PokeAnswer.Silence ? "by itself" : poke.Person;
        return facts.Fact(FactKind.PokeAnswered, source, text, Subject(error));
    }

    static Decision Rows(params object[] rows) => new() { Rows = rows };

    static string Plain(PokeAnswer answer) =>
        answer switch
        {
            PokeAnswer.NotMe => "not me",
            _ => answer.ToString().ToLowerInvariant(),
        };

    static string Subject(TrackedError error) => $"error:{error.Id}";
}
