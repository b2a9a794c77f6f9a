using DutyGuy.Domain;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.LogBook;

/// <summary>How an entry is marked and said in one line.</summary>
static class EntryWordsOf
{
    public static MarkKind Mark(EntryView entry) =>
        entry.SignedAt is not null ? MarkKind.Ok
        : entry.To is null ? MarkKind.Held
        : MarkKind.Warn;

    public static string Word(EntryView entry) =>
        entry.SignedAt is not null ? "signed"
        : entry.To is null ? "draft"
        : "not signed";

    /// <summary>The words of the person, else the first fact, else what was left.</summary>
    public static string Short(EntryView entry) =>
        entry.Tomorrow is { Length: > 0 } tomorrow ? $"“{tomorrow}”"
        : entry.Odd is { Length: > 0 } odd ? $"“{odd}”"
        : entry.FirstFact is { } first ? first
        : entry.NotFinished is [var left, ..] ? FullStop.After($"Not finished: {left}")
        : "A quiet day.";
}
