using static DutyGuy.Domain.Condition;

namespace DutyGuy.Domain;

/// <summary>Reads one fact with its comparison; null after a problem was told.</summary>
internal sealed class FactParser(TokenReader tokens, Problems problems, bool ofError)
{
    private static readonly string[] OfErrors = ["age", "unassigned", "users", "events", "new"];

    private static readonly string[] Begins =
    [
        .. OfErrors,
        "ci",
        "open",
        "time",
        "day",
        "rollout",
        "requests",
        "count",
        "failing",
        "every",
        "not",
    ];

    public Condition? Read(Func<Condition?> count)
    {
        if (tokens.Word("a fact") is not { } word)
            return null;
        if (!ofError && OfErrors.Contains(word.Text, StringComparer.Ordinal))
        {
            problems.Add(word, $"“{word.Text}” speaks of an error: it stands under “for each:” or after “where”");
            return null;
        }
        if (!Begins.Contains(word.Text, StringComparer.Ordinal))
        {
            problems.Unknown(word, "a fact of the playbook", Begins);
            return null;
        }
        return Fact(word.Text, count);
    }

    private Condition? Fact(string word, Func<Condition?> count) =>
        word switch
        {
            "ci" => Ci(),
            "open" => AnyOpenError(),
            "age" => tokens.Comparison() is { } than && tokens.Length() is { } limit ? new Age(than, limit) : null,
            "unassigned" => new Unassigned(),
            "users" => tokens.Comparison() is { } than && tokens.Number() is { } limit ? new Users(than, limit) : null,
            "events" => tokens.Comparison() is { } than && tokens.Number() is { } limit
                ? new Events(than, limit)
                : null,
            "new" => tokens.Expect("since the last rollout") ? new NewSinceLastRollout() : null,
            "time" => tokens.Comparison() is { } than && tokens.TimeOfDay() is { } limit ? new Time(than, limit) : null,
            "day" => tokens.Expect("is working day") ? new WorkingDay() : null,
            "rollout" => Rollout(),
            "requests" => Requests(),
            "count" => count(),
            "failing" => Known("tests are known flaky", KnownFact.FailingTestsKnownFlaky),
            _ => Known("real regression is assigned", KnownFact.EveryRealRegressionAssigned),
        };

    private Condition? Ci()
    {
        if (tokens.Take("is"))
            return Known("passing at the commit we ship", KnownFact.CiPassingAtCandidate);
        if (!tokens.Expect("main is"))
            return null;
        return tokens.OneOf("failing", "passing", "running") switch
        {
            "failing" => new MainIs(MainColour.Failing),
            "passing" => new MainIs(MainColour.Passing),
            "running" => new MainIs(MainColour.Running),
            _ => null,
        };
    }

    // Standing alone it asks whether there is one at all.
    private Condition? AnyOpenError() =>
        tokens.Expect("error in") && tokens.Name() is { } environment
            ? new Count(new(environment), Comparison.AtLeast, 1)
            : null;

    private Condition? Rollout() =>
        tokens.OneOf("done", "health") switch
        {
            "done" => tokens.Expect("today") ? new RolloutDoneToday() : null,
            "health" => new Known(KnownFact.RolloutHealth),
            _ => null,
        };

    private Condition? Requests() =>
        tokens.Expect("in")
        && tokens.Name() is { } environment
        && tokens.Comparison() is { } than
        && tokens.Number() is { } limit
            ? new Requests(environment, than, limit)
            : null;

    private Condition? Known(string rest, KnownFact fact) => tokens.Expect(rest) ? new Known(fact) : null;
}
