namespace DutyGuy.Domain;

/// <summary>The author of the first bad commit is asked once; nobody else is disturbed by a red build.</summary>
public static class CulpritPoke
{
    /// <summary>The step done and the author asked, or why not.</summary>
    public static Outcome<Decision> Ask(DutyFacts facts, ChecklistRun run, Step step, string by)
    {
        if (Culprit.Of(facts) is not { } culprit)
            return Refusal.Conflict("The first bad commit is not known. Find it by hand, then tick the step.");
        if (culprit.Author is not { } author)
            return Refusal.Conflict(
                $"{culprit.Commit.AuthorName} is nobody of the team. Ask them by hand, then tick the step."
            );
        var done = run.Step(step.Id) with
        {
            State = StepState.Done,
            By = by,
            StartedAt = facts.Now,
            At = facts.Now,
            Answer = $"{facts.NameOf(author)} has the message.",
        };
        var poke = new Poke
        {
            Commit = culprit.Commit.Sha,
            Person = author,
            By = by,
            Reasons = [$"wrote {culprit.Sentence}"],
            At = facts.Now,
            AnswerBy = facts.Now + HouseRules.AnswerWithin,
        };
        var text = $"{facts.NameOf(author)} was poked about the red main: {culprit.Sentence}";
        var message = new NewMessage(
            OutboxKind.Poke,
            EffectKeys.PokeCulprit(culprit.Commit.Sha, author),
            author,
            $"Main is red since your commit {culprit.Sentence} Is a fix coming?",
            "/pokes/{id}",
            poke
        );
        return StepFacts.Of(facts, run, run.With(done), step, by)
            + new Decision
            {
                Rows = [poke],
                Facts = [facts.Fact(FactKind.Poked, by, text)],
                Messages = [message],
            };
    }
}
