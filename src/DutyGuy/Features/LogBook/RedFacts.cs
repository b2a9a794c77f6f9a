using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.LogBook;

/// <summary>Reds of main within a finished entry, from the record; one that went on afterwards has no end yet.</summary>
static class RedFacts
{
    /// <summary>By the number of the entry. The record is read once for all of them: a page of the log book has a hundred.</summary>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<RedInterval>>> Of(
        DutyDb db,
        IReadOnlyList<LogEntry> entries
    )
    {
        var reds = new Dictionary<long, IReadOnlyList<RedInterval>>();
        foreach (var ofDuty in entries.Where(e => e.To is not null).GroupBy(e => e.Duty))
        {
            var changes = await Changes(db, ofDuty.Key, ofDuty.Min(e => e.From), ofDuty.Max(e => e.To!.Value));
            foreach (var entry in ofDuty)
                reds[entry.Id] = Within(changes, entry.From, entry.To!.Value);
        }
        return reds;
    }

    /// <summary>The changes of main between two instants and the one before them, in the order of the record.</summary>
    static async Task<List<Fact>> Changes(DutyDb db, string duty, Instant from, Instant to)
    {
        var all = db.Facts.Where(f =>
            f.Duty == duty && (f.Kind == FactKind.MainRed || f.Kind == FactKind.MainGreen) && f.At < to
        );
        var before = await all.Where(f => f.At < from).OrderByDescending(f => f.Id).FirstOrDefaultAsync();
        var within = await all.Where(f => f.At >= from).ToListAsync();
        return [.. (before is null ? within : within.Append(before)).OrderBy(f => f.Id)];
    }

    static IReadOnlyList<RedInterval> Within(List<Fact> changes, Instant from, Instant to)
    {
        var reds = changes
            .Where(f => f.At >= from && f.At < to && f.Kind == FactKind.MainGreen && f.Data.ContainsKey("minutes"))
            .Select(Read);
        return changes.FindLast(f => f.At < to) is { Kind: FactKind.MainRed } last
            ? [.. reds, StillRed(last, to)]
            : [.. reds];
    }

    static RedInterval StillRed(Fact fact, Instant to) =>
        new(fact.Data.GetValueOrDefault("repository", ""), fact.At, null, (int)(to - fact.At).TotalMinutes);

    static RedInterval Read(Fact fact) =>
        new(
            fact.Data["repository"],
            InstantPattern.ExtendedIso.Parse(fact.Data["from"]).GetValueOrThrow(),
            InstantPattern.ExtendedIso.Parse(fact.Data["to"]) is { Success: true } to ? to.Value : null,
            int.Parse(fact.Data["minutes"])
        );
}
