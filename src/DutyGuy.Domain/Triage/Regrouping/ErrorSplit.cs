using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A person says that some events of an error are another one; coming events of their kind go with them.</summary>
public static class ErrorSplit
{
    /// <summary>Splits kinds of events off; who is on duty, or the owner. Pressed again nothing happens.</summary>
    /// <param name="facts">What the duty knows.</param>
    /// <param name="error">The error.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="chosen">Keys of the kinds (<see cref="ErrorVariant"/>).</param>
    /// <param name="kept">Its kept events.</param>
    /// <param name="known">The keys that it knows.</param>
    /// <param name="before">What was merged and split of it, and stands.</param>
    public static Outcome<SplitOff> Of(
        DutyFacts facts,
        TrackedError error,
        string by,
        IReadOnlyCollection<string> chosen,
        IReadOnlyList<KeptSighting> kept,
        IReadOnlyList<ErrorKey> known,
        IReadOnlyList<Regrouping> before
    )
    {
        if (ErrorActs.NotTheirs(facts, by, error) is { } notTheirs)
            return notTheirs;
        if (before.LastOrDefault(r => IsSame(r, error, chosen)) is { } done)
            return new SplitOff.Already(done.Other);
        if ((ErrorMerge.NotOpen(error) ?? Refuse(ErrorVariant.Of(kept), chosen)) is { } refusal)
            return refusal;
        var parts = kept.ToLookup(e => chosen.Contains(ErrorVariant.KeyOf(e)));
        return new SplitOff.New(facts, error, by, [.. chosen], [.. parts[true]], [.. parts[false]], known);
    }

    private static bool IsSame(Regrouping r, TrackedError error, IReadOnlyCollection<string> chosen) =>
        r.Kind == RegroupingKind.Split
        && r.Kept == error.Id
        && r.UndoneAt is null
        && chosen.ToHashSet(StringComparer.Ordinal).SetEquals(r.Notes.Chosen);

    private static Refusal? Refuse(IReadOnlyList<ErrorVariant> kinds, IReadOnlyCollection<string> chosen) =>
        kinds.Count == 0 ? Refusal.Conflict("No event of it is kept any more, so there is nothing to split.")
        : kinds.Count == 1
            ? Refusal.Conflict(
                "Its kept events are all alike: place, caller and words are the same, so nothing tells one error from another."
            )
        : chosen.Count == 0 ? Refusal.Invalid("Choose the events that are another error.", "variants")
        : chosen.FirstOrDefault(c => kinds.All(k => k.Key != c)) is { } unknown
            ? Refusal.Invalid(
                $"There are no events “{unknown}” in this error. Load it again and choose anew.",
                "variants"
            )
        : kinds.All(k => chosen.Contains(k.Key))
            ? Refusal.Invalid("These are all its events. Leave at least one kind in this error.", "variants")
        : null;
}

/// <summary>What comes of a split.</summary>
public abstract record SplitOff
{
    /// <summary>They were split off before.</summary>
    public sealed record Already(long Error) : SplitOff;

    /// <summary>A new error begins with them; the rest follows when it has its number.</summary>
    public sealed record New(
        DutyFacts Facts,
        TrackedError Old,
        string By,
        IReadOnlyList<string> Chosen,
        IReadOnlyList<KeptSighting> Off,
        IReadOnlyList<KeptSighting> Rest,
        IReadOnlyList<ErrorKey> Known
    ) : SplitOff
    {
        // The kept ones are all there ever were: then it is known who was hit by which.
        private bool IsWhole => Old.Events == Off.Count + Rest.Count;

        private IReadOnlyList<string> Users => [.. UsersOf(Off)];

        private IReadOnlyList<string> Keys =>
            SplitKeys.Of(
                Off,
                Rest,
                Known.Where(k => k.ErrorId == Old.Id).Select(k => k.Key).ToHashSet(StringComparer.Ordinal)
            );

        /// <summary>The new error: a life from its first kept event, nobody's, and who was asked is not asked again.</summary>
        public TrackedError Born
        {
            get
            {
                var (first, last) = (Off.MinBy(e => e.Event.At)!, Off.MaxBy(e => e.Event.Id)!);
                return new()
                {
                    Project = Old.Project,
                    Environment = Old.Environment,
                    Fingerprint = $"{Keys[0]} {Facts.Now.ToUnixTimeTicks()}",
                    Title = last.Seen.Title,
                    Culprit = last.Seen.Culprit,
                    Frames = last.Seen.Frames,
                    Endpoint = last.Seen.UrlPath,
                    CreatedAt = first.Event.At,
                    FirstSeen = first.Event.At,
                    LastSeen = Off.Max(e => e.Event.At),
                    FirstRelease = first.Event.Release,
                    Events = Off.Count,
                    Users = Users.Count,
                    Asked =
                    [
                        .. Old.Asked.Union(
                            Facts.Pokes.Where(p => p.ErrorId == Old.Id && p.Life == Old.Life).Select(p => p.Person)
                        ),
                    ],
                };
            }
        }

        /// <summary>What else is kept, now that the new error has its number.</summary>
        public Regrouped With(long born)
        {
            var (events, stay) = (
                Off.Select(e => e.Event.Id).ToList(),
                UsersOf(Rest).ToHashSet(StringComparer.Ordinal)
            );
            IReadOnlyList<string> gone = IsWhole ? [.. Users.Where(u => !stay.Contains(u))] : [];
            var after = Old with
            {
                Events = Math.Max(Rest.Count, Old.Events - Off.Count),
                Users = Math.Max(0, Old.Users - gone.Count),
                LastSeen = IsWhole && Rest.Count > 0 ? Rest.Max(e => e.Event.At) : Old.LastSeen,
            };
            var text =
                $"{Facts.NameOf(By)} made {Off.Count:N0} {(Off.Count == 1 ? "event" : "events")} of “{Old.Title}” another error.";
            return new(
                new()
                {
                    Rows = [after, .. Keys.Select(k => Row(k, born))],
                    Facts = [Facts.Fact(FactKind.ErrorSplit, By, text, $"error:{born}")],
                },
                born
            )
            {
                Moves = [new EventMove.Some(Old.Id, born, events, Users, gone)],
                Row = new()
                {
                    Kind = RegroupingKind.Split,
                    Kept = Old.Id,
                    Other = born,
                    By = By,
                    At = Facts.Now,
                    Notes = new(
                        Old,
                        after,
                        Born with
                        {
                            Id = born,
                        },
                        Keys,
                        events,
                        Off.Concat(Rest).Max(e => e.Event.Id),
                        [],
                        Chosen
                    ),
                },
            };
        }

        private ErrorKey Row(string key, long born) =>
            new()
            {
                Project = Old.Project,
                Environment = Old.Environment,
                Key = key,
                ErrorId = born,
                At = Facts.Now,
            };

        private static IEnumerable<string> UsersOf(IReadOnlyList<KeptSighting> events) =>
            events.Select(e => e.Seen.UserKey).OfType<string>().Distinct(StringComparer.Ordinal);
    }
}
