using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What a condition is worth in a situation.</summary>
internal static class Truth
{
    public static Tri Of(Condition condition, Situation at, ErrorInSituation? error) =>
        condition switch
        {
            Condition.Not c => Of(c.Inner, at, error).Not(),
            Condition.And c => Of(c.Left, at, error).And(Of(c.Right, at, error)),
            Condition.Or c => Of(c.Left, at, error).Or(Of(c.Right, at, error)),
            Condition.MainIs c => MainIs(c.Colour, at.Main),
            Condition.Time c => At(c, at.Now.InZone(at.Zone).TimeOfDay),
            Condition.WorkingDay => at.WorkingDay.ToTri(),
            Condition.RolloutDoneToday => (at.RolloutDoneToday ?? at.DoneToday.Contains("rollout")).ToTri(),
            Condition.Requests c => Requests(c, at),
            Condition.Count c => Count(c, at),
            Condition.Known c => Known(c.Fact, at),
            _ => error is null ? Tri.CannotTell : OfError(condition, at, error),
        };

    private static Tri OfError(Condition condition, Situation at, ErrorInSituation error) =>
        condition switch
        {
            Condition.Age c => c.Comparison.Holds(at.Now - error.CreatedAt, c.Limit).ToTri(),
            Condition.Unassigned => (error.Assignee is null).ToTri(),
            Condition.Users c => c.Comparison.Holds(error.Users, c.Limit).ToTri(),
            Condition.Events c => c.Comparison.Holds(error.Events, c.Limit).ToTri(),
            Condition.NewSinceLastRollout => error.NewSinceLastRollout.ToTri(),
            _ => Tri.CannotTell,
        };

    /// <summary>What the clock says at a time of day.</summary>
    public static Tri At(Condition.Time condition, LocalTime time) =>
        condition.Comparison.Holds(time, condition.Limit).ToTri();

    private static Tri MainIs(MainColour asked, MainColour is_) =>
        is_ is MainColour.Unknown or MainColour.NotConnected ? Tri.CannotTell : (asked == is_).ToTri();

    private static Tri Requests(Condition.Requests c, Situation at) =>
        at.RequestsPerMinute.GetValueOrDefault(c.Environment) is { } rate
            ? c.Comparison.Holds(rate, (double)c.Limit).ToTri()
            : Tri.CannotTell;

    // Errors of which the inner condition cannot tell may count or not: all numbers between must agree.
    private static Tri Count(Condition.Count c, Situation at)
    {
        if (IsBlind(c.Selection.Environment, at))
            return Tri.CannotTell;
        var (sure, perhaps) = (0L, 0L);
        foreach (var error in at.Errors)
        {
            var truth = Selected(c.Selection, at, error);
            sure += truth == Tri.Yes ? 1 : 0;
            perhaps += truth == Tri.CannotTell ? 1 : 0;
        }
        var first = c.Comparison.Holds(sure, c.Limit);
        for (var more = 1L; more <= perhaps; more++)
        {
            if (c.Comparison.Holds(sure + more, c.Limit) != first)
                return Tri.CannotTell;
        }
        return first.ToTri();
    }

    private static Tri Known(KnownFact fact, Situation at) =>
        fact switch
        {
            KnownFact.CiPassingAtCandidate => at.CiPassingAtCandidate,
            KnownFact.FailingTestsKnownFlaky => at.FailingTestsKnownFlaky,
            KnownFact.RolloutHealth => at.RolloutHealth,
            _ => at.EveryRealRegressionAssigned,
        };

    /// <summary>Is this error one of the selection?</summary>
    public static Tri Selected(Selection selection, Situation at, ErrorInSituation error)
    {
        if (error.Status != ErrorStatus.Open)
            return Tri.No;
        if (!string.Equals(error.Environment, selection.Environment, StringComparison.Ordinal))
            return Tri.No;
        return selection.Where is null ? Tri.Yes : Of(selection.Where, at, error);
    }

    /// <summary>Can the errors of the environment not be seen?</summary>
    public static bool IsBlind(string environment, Situation at) =>
        (at.UnseenEnvironments.Count > 0 && at.UnseenEnvironments.ContainsKey(environment))
        || (at.UnconnectedEnvironments.Count > 0 && at.UnconnectedEnvironments.Contains(environment));

    /// <summary>Does <paramref name="left"/> stand so to <paramref name="right"/>?</summary>
    private static bool Holds<T>(this Comparison comparison, T left, T right)
        where T : IComparable<T> =>
        comparison switch
        {
            Comparison.Less => left.CompareTo(right) < 0,
            Comparison.AtMost => left.CompareTo(right) <= 0,
            Comparison.Equal => left.CompareTo(right) == 0,
            Comparison.AtLeast => left.CompareTo(right) >= 0,
            _ => left.CompareTo(right) > 0,
        };
}
