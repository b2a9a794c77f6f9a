using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.LogBook;

/// <summary>Reds of main within a finished entry, from the record; one that went on afterwards has no end yet.</summary>
static class RedFacts
{
    public static async Task<IReadOnlyList<RedInterval>> Of(DutyDb db, LogEntry entry)
    {
        var to = entry.To ?? Instant.MaxValue;
        var changes = db.Facts.Where(f =>
            f.Duty == entry.Duty && (f.Kind == FactKind.MainRed || f.Kind == FactKind.MainGreen) && f.At < to
        );
        var within = await changes.Where(f => f.At >= entry.From).OrderBy(f => f.Id).ToListAsync();
        var last = await changes.OrderByDescending(f => f.Id).FirstOrDefaultAsync();
        var reds = within.Where(f => f.Kind == FactKind.MainGreen && f.Data.ContainsKey("minutes")).Select(Read);
        return last is { Kind: FactKind.MainRed } ? [.. reds, StillRed(last, to)] : [.. reds];
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
