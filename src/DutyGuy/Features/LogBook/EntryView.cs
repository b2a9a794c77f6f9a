using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Features.LogBook;

/// <summary>An entry as the API and the pages show it.</summary>
public sealed record EntryView(
    long Id,
    LocalDate Date,
    string Duty,
    string Person,
    Instant From,
    Instant? To,
    string Facts,
    string? FirstFact,
    IReadOnlyList<UnfinishedLine> NotFinished,
    string? AfterSigning,
    string? Odd,
    string? Tomorrow,
    Instant? SignedAt,
    bool NotSigned,
    IReadOnlyList<string> ReadBy,
    IReadOnlyList<RedInterval> Red
)
{
    public static EntryView Of(LogEntry entry, IReadOnlyList<RedInterval> red) =>
        new(
            entry.Id,
            entry.Date,
            entry.Duty,
            entry.Person,
            entry.From,
            entry.To,
            entry.Facts,
            entry.FirstFact,
            entry.NotFinished,
            entry.AfterSigning,
            entry.Odd,
            entry.Tomorrow,
            entry.SignedAt,
            entry is { ClosedAt: not null, SignedAt: null },
            [.. entry.ReadBy.OrderBy(r => r.Value).Select(r => r.Key)],
            [.. red.Where(r => (r.To ?? Instant.MaxValue) > entry.From && r.From < (entry.To ?? Instant.MaxValue))]
        );
}
