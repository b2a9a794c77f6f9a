using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.LogBook;

/// <summary>Which entries are asked for.</summary>
sealed record LogSearch(string? Text, LocalDate From, LocalDate To, string? Duty, int Skip)
{
    public IQueryable<LogEntry> In(IQueryable<LogEntry> entries)
    {
        if (From > LocalDate.MinIsoValue)
            entries = entries.Where(e => e.Date >= From);
        if (To < LocalDate.MaxIsoValue)
            entries = entries.Where(e => e.Date <= To);
        if (Duty is not null)
            entries = entries.Where(e => e.Duty == Duty);
        foreach (var word in (Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            entries = Says(entries, $"%{Escaped(word.ToLowerInvariant())}%");
        return entries;
    }

    static IQueryable<LogEntry> Says(IQueryable<LogEntry> entries, string pattern) =>
        entries.Where(e =>
            EF.Functions.Like(e.Facts.ToLower(), pattern, "\\")
            || EF.Functions.Like((e.Odd ?? "").ToLower(), pattern, "\\")
            || EF.Functions.Like((e.Tomorrow ?? "").ToLower(), pattern, "\\")
            || EF.Functions.Like(e.Person.ToLower(), pattern, "\\")
        );

    static string Escaped(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
