using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace DutyGuy.Features.LogBook;

/// <summary>Reds of main that ended within a finished entry, from the record.</summary>
static class RedFacts
{
    public static async Task<IReadOnlyList<RedInterval>> Of(DutyDb db, LogEntry entry) =>
        [
            .. (
                await db
                    .Facts.Where(f =>
                        f.Duty == entry.Duty
                        && f.Kind == FactKind.MainGreen
                        && f.At >= entry.From
                        && f.At <= (entry.To ?? f.At)
                    )
                    .OrderBy(f => f.Id)
                    .ToListAsync()
            )
                .Where(f => f.Data.ContainsKey("minutes"))
                .Select(Read),
        ];

    static RedInterval Read(Fact fact) =>
        new(
            fact.Data["repository"],
            InstantPattern.ExtendedIso.Parse(fact.Data["from"]).GetValueOrThrow(),
            InstantPattern.ExtendedIso.Parse(fact.Data["to"]) is { Success: true } to ? to.Value : null,
            int.Parse(fact.Data["minutes"])
        );
}
