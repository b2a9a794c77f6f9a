using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Production that sent response times within the last day and went silent: a line, and no quiet board.</summary>
public static class UnseenProduction
{
    /// <summary>The word that stands for a rule in these lines.</summary>
    public const string Rule = "production";

    static readonly Duration Patience = Duration.FromMinutes(15);

    /// <summary>None while nobody is on duty.</summary>
    public static IEnumerable<BoardLine> Lines(DutyFacts facts) =>
        facts.OnDuty.Person is null ? [] : Silent(facts).Select(s => Line(facts, s));

    /// <summary>The sources of production's response times that are not heard any more.</summary>
    public static IReadOnlyList<SourceSeen> Silent(DutyFacts facts) =>
        [
            .. Watched(facts)
                .Where(s => s.Times(facts.Now) && s.LastTimings + Patience <= facts.Now)
                .OrderBy(s => s.LastTimings),
        ];

    /// <summary>When the next source has been silent for so long, or is forgotten.</summary>
    public static Instant? Next(DutyFacts facts) =>
        Watched(facts)
            .SelectMany(s => new[] { s.LastTimings + Patience, s.LastTimings + SourceSeen.Lately })
            .Where(at => at > facts.Now)
            .Min();

    static IEnumerable<SourceSeen> Watched(DutyFacts facts) =>
        facts.Sources.Where(s =>
            s.LastTimings is not null && WatchedEnvironments.Of(facts.Playbook).MeetCustomers(s.Environment)
        );

    /// <summary>What cannot be seen, and since when in the duty's zone.</summary>
    public static string Title(DutyFacts facts, SourceSeen source)
    {
        var since = Moments.Of(source.LastTimings!.Value, facts.Now, facts.Playbook.Zone);
        return Watched(facts).Count(s => s.Times(facts.Now)) == 1
            ? $"Cannot see {source.Environment} since {since}"
            : $"Cannot see {source.Environment} of {source.Name} since {since}";
    }

    static BoardLine Line(DutyFacts facts, SourceSeen source) =>
        new()
        {
            Rule = Rule,
            Title = Title(facts, source),
            Why = $"No response times have come from {source.Name}. Whether it serves anybody cannot be told.",
            Since = source.LastTimings,
            State = LineState.CannotTell,
            Environment = source.Environment,
        };
}
