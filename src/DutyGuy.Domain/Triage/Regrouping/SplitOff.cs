namespace DutyGuy.Domain;

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
                    Title = last.Seen.Title,
                    Culprit = last.Seen.Culprit,
                    Frames = [.. (last.Cause.Raised?.Frames ?? last.Seen.Frames).Select(f => f.Plain)],
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
