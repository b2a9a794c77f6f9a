using System.Collections.Concurrent;
using DutyGuy.Domain;

namespace DutyGuy.Store;

/// <summary>
/// What a server was answered last by the queries of a load of facts, with the marks that their tables had then (see
/// docs/decisions/answers-kept-by-mark.md). Who changes what it was given spoils it for the others: nobody may.
/// </summary>
public sealed class KeptAnswers
{
    /// <summary>The tables that have a mark: those that passes and pages ask all day and that seldom change.</summary>
    public static readonly IReadOnlySet<Type> Tables = new HashSet<Type>
    {
        typeof(Absence),
        typeof(ChecklistRun),
        typeof(CiResult),
        typeof(Duty),
        typeof(DutyOverride),
        typeof(DutyTurn),
        typeof(Fact),
        typeof(GonePipeline),
        typeof(Hold),
        typeof(Judgement),
        typeof(LogEntry),
        typeof(MainCommit),
        typeof(NumberSignal),
        typeof(OutboxMessage),
        typeof(Person),
        typeof(PlaybookVersion),
        typeof(Poke),
        typeof(Project),
        typeof(ProjectEnvironment),
        typeof(Rollout),
        typeof(SourceRepository),
        typeof(StoredTurn),
        typeof(Suggestion),
        typeof(TrackedError),
        typeof(TurnAct),
    };

    readonly ConcurrentDictionary<string, Answer> answers = new(StringComparer.Ordinal);

    public bool TryGet<T>(string query, object? asked, IReadOnlyList<string?> marks, out T answer)
    {
        var known =
            answers.TryGetValue(query, out var kept) && Equals(kept.Asked, asked) && kept.Marks.SequenceEqual(marks);
        answer = known ? (T)kept!.Value! : default!;
        return known;
    }

    /// <summary>Takes the place of what the query was answered before, whatever it asked for then.</summary>
    public void Set(string query, object? asked, IReadOnlyList<string?> marks, object? value) =>
        answers[query] = new(asked, marks, value);

    sealed record Answer(object? Asked, IReadOnlyList<string?> Marks, object? Value);
}
