namespace DutyGuy.Domain;

/// <summary>Hands on what nobody answered in time, and what was declined while nobody was on duty; nobody is poked at night.</summary>
static class Unanswered
{
    public static Decision HandedOn(DutyFacts facts)
    {
        if (facts.OnDuty.Person is null)
            return Decision.None;
        var all = Decision.None;
        foreach (var error in facts.Errors.Where(e => e.Ownership == Ownership.Poked))
        {
            var last = facts.Pokes.LastOrDefault(p =>
                p.ErrorId == error.Id && p.Life == error.Life && p.Person == error.Assignee
            );
            if (last is { Answer: null } && last.AnswerBy <= facts.Now)
                all += Pokes.Answer(facts, last, error, PokeAnswer.Silence).Value ?? Decision.None;
            else if (last is { Answer: PokeAnswer.NotMe })
                all += Pokes.HandOn(facts, last, error, last.Who).Value ?? Decision.None;
        }
        return all;
    }
}
