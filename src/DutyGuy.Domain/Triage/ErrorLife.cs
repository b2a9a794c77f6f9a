using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The life of an error: open, then resolved or ignored; a regression begins a new life.</summary>
public static class ErrorLife
{
    /// <summary>A resolved error is back: a new life, the owner kept.</summary>
    public static TrackedError Regress(TrackedError error, Instant at, string? release) =>
        error with
        {
            Status = ErrorStatus.Open,
            CreatedAt = at,
            RegressedAt = at,
            Life = error.Life + 1,
            FirstRelease = release,
            Baseline = false,
            Ownership = error.Assignee is null ? Ownership.None : Ownership.Named,
            DueOn = null,
            UsersWhenTaken = null,
            Asked = [],
        };

    /// <summary>
    /// Whether a new event opens a resolved error again. Not when its release is known to be older than the one it was
    /// resolved in, nor when it happened before: a device that was offline tells what was mended since.
    /// </summary>
    /// <param name="error">The error.</param>
    /// <param name="release">Release of the event.</param>
    /// <param name="happened">When it happened, see <see cref="SenderTime"/>.</param>
    /// <param name="releases">Releases of the environment in the order in which they first ran.</param>
    public static bool Regresses(TrackedError error, string? release, Instant happened, IReadOnlyList<string> releases)
    {
        if (error.Status != ErrorStatus.Resolved || happened < error.ResolvedAt)
            return false;
        var (of, resolved) = (IndexOf(releases, release), IndexOf(releases, error.ResolvedInRelease));
        return of < 0 || resolved < 0 || of >= resolved;
    }

    static int IndexOf(IReadOnlyList<string> releases, string? release)
    {
        // Where it ran first: one that was rolled back to is as old as it was.
        for (var i = 0; release is not null && i < releases.Count; i++)
            if (releases[i] == release)
                return i;
        return -1;
    }

    /// <summary>Somebody says it is mended in what runs now.</summary>
    public static TrackedError Resolve(TrackedError error, string? runningRelease, Instant at) =>
        error with
        {
            Status = ErrorStatus.Resolved,
            ResolvedAt = at,
            ResolvedInRelease = runningRelease ?? error.ResolvedInRelease,
        };

    /// <summary>It is not an error, for good.</summary>
    public static TrackedError Ignore(TrackedError error) => error with { Status = ErrorStatus.Ignored };

    /// <summary>Named by somebody or by the tracker: owned, never poked. Null takes the owner away.</summary>
    public static TrackedError Assign(TrackedError error, string? person) =>
        error with
        {
            Assignee = person,
            Ownership = person is null ? Ownership.None : Ownership.Named,
            DueOn = null,
            UsersWhenTaken = null,
        };

    /// <summary>Taken by its owner, due in two of the owner's working days or on the day they named.</summary>
    public static TrackedError Take(TrackedError error, string person, LocalDate due) =>
        error with
        {
            Assignee = person,
            Ownership = Ownership.Taken,
            DueOn = due,
            UsersWhenTaken = Math.Max(error.Users, 1),
        };

    /// <summary>Whether its owner should be asked how it goes: overdue, or ten times the users.</summary>
    public static bool NeedsAsking(TrackedError error, LocalDate today) =>
        error is { Status: ErrorStatus.Open, Assignee: not null, Ownership: Ownership.Taken }
        && (
            error.DueOn < today
            || error.Users >= HouseRules.Tenfold * (error.UsersWhenTaken ?? long.MaxValue / HouseRules.Tenfold)
        );
}
