namespace DutyGuy.Domain;

/// <summary>Who is asked about an error: what the history suggested, with what is so now.</summary>
public static class WhoFits
{
    /// <summary>Below this probability nobody is chosen beforehand and nothing is handed on by itself: the duty is asked.</summary>
    public const double LeastProbability = OwnerRanking.LeastProbability;

    // Suggestions are equal when the probability of one is at least this part of the best one's.
    private const double EqualPart = 0.9;

    /// <summary>
    /// The suggestions, best first. Among equals at the top who has fewest open errors comes first: a good ranking piles
    /// work on the same ones.
    /// </summary>
    public static IReadOnlyList<Suggestion> Ranked(DutyFacts facts, TrackedError error)
    {
        var all = facts.Suggestions.Where(s => s.ErrorId == error.Id).OrderBy(s => s.Rank).ToList();
        var equal = all.TakeWhile(s => s.Score >= all[0].Score * EqualPart).ToList();
        return [.. equal.OrderBy(s => Load(facts, error, s.Person)), .. all.Skip(equal.Count)];
    }

    /// <summary>Who is chosen beforehand; null when nobody fits well.</summary>
    public static Suggestion? First(DutyFacts facts, TrackedError error) => Fitting(facts, error, _ => true);

    /// <summary>Who is asked next, by itself too; who is on duty is not poked.</summary>
    public static string? Next(DutyFacts facts, TrackedError error, string? except = null) =>
        Fitting(facts, error, person => person != except && person != facts.OnDuty.Person)?.Person;

    /// <summary>Why nobody of the suggested ones is chosen beforehand, in words; null when somebody is, or nobody is suggested.</summary>
    public static string? NobodyFits(DutyFacts facts, TrackedError error)
    {
        var ranked = Ranked(facts, error);
        if (ranked.Count == 0 || First(facts, error) is not null)
            return null;
        return Left(facts, error, ranked) is [var best, ..]
            ? $"Nobody fits well: even {facts.NameOf(best.Person)} has {100 * best.Score:0} % only, so nobody is asked by itself. "
                + "You choose: ask somebody, or look into it yourself."
            : "None of these people can be asked now. You choose: ask somebody else, or look into it yourself.";
    }

    // Who is away, or was asked already, will not be the one: their part of the probability is the others'.
    static Suggestion? Fitting(DutyFacts facts, TrackedError error, Func<string, bool> mayBeAsked)
    {
        var ranked = Ranked(facts, error);
        var left = Left(facts, error, ranked);
        var sure = 1 - ranked.Except(left).Sum(s => s.Score);
        return left.Find(s => mayBeAsked(s.Person)) is { } best && best.Score >= LeastProbability * sure ? best : null;
    }

    static List<Suggestion> Left(DutyFacts facts, TrackedError error, IReadOnlyList<Suggestion> ranked) =>
        [.. ranked.Where(s => Presence.Of(facts, s.Person) is null && !Pokes.AlreadyAsked(facts, error, s.Person))];

    static int Load(DutyFacts facts, TrackedError error, string person) =>
        facts.Errors.Count(e => e.Assignee == person && e.Id != error.Id);
}
