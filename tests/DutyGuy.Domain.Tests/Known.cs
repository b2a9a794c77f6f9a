using System.Collections.Immutable;
using NodaTime;

namespace DutyGuy.Domain.Tests;

/// <summary>What is known of a duty of four on Monday 23 November 2026 in Paris; Ann is on duty.</summary>
internal static class Known
{
    public static readonly LocalDate Monday = new(2026, 11, 23);
    static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>A wall-clock time in Paris, some days after the Monday.</summary>
    public static Instant At(int hour, int minute = 0, int day = 0) =>
        Paris.AtLeniently(Monday.PlusDays(day) + new LocalTime(hour, minute)).ToInstant();

    public static DutyFacts Duty(Instant? now = null, Playbook? playbook = null)
    {
        var duty = new Duty
        {
            Id = "engineering",
            Name = "Engineering",
            CreatedAt = At(10, day: -3),
        };
        var people = new[] { "ann", "bob", "lea", "mel" }.Select(Somebody).ToList();
        playbook ??= Shipped.Engineering;
        return new()
        {
            Now = now ?? At(10),
            Duty = duty,
            Playbook = playbook,
            Version = 1,
            Rota = RotaOf.Duty(duty, playbook, people, [], [], [], []),
            People = people.ToDictionary(p => p.Handle, StringComparer.Ordinal),
            ConnectedEnvironments = ImmutableHashSet.Create("staging", "production"),
        };
    }

    public static Person Somebody(string handle) =>
        new()
        {
            Handle = handle,
            Name = char.ToUpperInvariant(handle[0]) + handle[1..],
            JoinedOn = Monday.PlusDays(-100),
            AddedAt = At(10, day: -3),
        };

    public static TrackedError Error(long id, string environment = "staging", string? owner = null) =>
        new()
        {
            Id = id,
            Project = 1,
            Environment = environment,
            Title = $"Error {id}",
            CreatedAt = At(9, 30),
            FirstSeen = At(9, 30),
            LastSeen = At(9, 30),
            Events = 3,
            Users = 2,
            Assignee = owner,
            Ownership = owner is null ? Ownership.None : Ownership.Poked,
        };

    static int results;

    public static CiResult Ci(
        string commit,
        CiStatus status,
        Instant? at = null,
        string repository = "clinic",
        string pipeline = ""
    ) =>
        new()
        {
            Id = ++results,
            Repository = repository,
            Pipeline = pipeline,
            Branch = "main",
            Commit = commit,
            Status = status,
            At = at ?? At(9, 40),
            FailingTests = status == CiStatus.Failing ? ["Slots.Round"] : [],
        };

    public static MainCommit Commit(string sha, long ordinal, Instant? seenAt = null) =>
        new()
        {
            Repository = "clinic",
            Sha = sha,
            Ordinal = ordinal,
            Title = $"Change {ordinal}",
            AuthorName = "Lea",
            AuthorMail = "lea@clinic.example",
            AuthoredAt = At(8),
            SeenAt = seenAt ?? At(8),
        };

    /// <summary>Main of each repository that the results and the line name.</summary>
    public static IReadOnlyList<RepositoryMain> Mains(
        IReadOnlyList<CiResult> results,
        IReadOnlyList<MainCommit> line
    ) => [.. MainSource.Of(results, line).Select(RepositoryMain.Of)];

    /// <summary>How main fared over them.</summary>
    public static MainHistory History(IReadOnlyList<CiResult> results, IReadOnlyList<MainCommit> line, Instant now) =>
        MainHistory.Of(Mains(results, line), now);

    /// <summary>The facts with these results of CI.</summary>
    public static DutyFacts With(this DutyFacts facts, params CiResult[] results) =>
        facts.With(Mains(results, facts.Line));

    /// <summary>The facts with this line of main, and no result yet.</summary>
    public static DutyFacts On(this DutyFacts facts, params MainCommit[] line) => facts.With(Mains([], line));

    /// <summary>All results of CI, in order of arrival.</summary>
    public static IReadOnlyList<CiResult> Results(this DutyFacts facts) => [.. facts.Mains.SelectMany(m => m.Results)];

    static DutyFacts With(this DutyFacts facts, IReadOnlyList<RepositoryMain> mains) =>
        facts with
        {
            Mains = mains,
            Main = MainHistory.Of(mains, facts.Now),
        };

    /// <summary>The facts with Ann's duty taken over, ended or started.</summary>
    public static DutyFacts With(this DutyFacts facts, TurnActKind kind, string person, Instant at) =>
        facts with
        {
            Acts =
            [
                .. facts.Acts,
                new TurnAct
                {
                    Id = facts.Acts.Count + 1,
                    Duty = "engineering",
                    Kind = kind,
                    Person = person,
                    At = at,
                },
            ],
        };

    public static Poke Poke(long error, string person, Instant at) =>
        new()
        {
            Id = error,
            ErrorId = error,
            Life = 1,
            Person = person,
            By = "ann",
            At = at,
            AnswerBy = at + Duration.FromHours(2),
        };

    public static Rollout Rollout(Instant at, RolloutStatus status = RolloutStatus.Waiting) =>
        new()
        {
            Id = 1,
            Environment = "production",
            Release = "3333333",
            From = "1111111",
            To = "3333333",
            Status = status,
            Duty = "engineering",
            StartedBy = "ann",
            StartedAt = at,
        };
}
