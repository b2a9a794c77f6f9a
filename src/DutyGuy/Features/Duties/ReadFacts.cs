using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.Duties;

/// <summary>The append-only record of a duty.</summary>
static class ReadFacts
{
    const int Most = 1000;

    public static async Task<IResult> Handle(string duty, string? from, string? to, long? after, DutyStore store)
    {
        var (first, last) = (At(from, Instant.MinValue), At(to, Instant.MaxValue));
        if (first is null || last is null)
            return Refusal.Invalid("Instants look like 2026-11-23T16:00:00Z.", "from").ToProblem();
        return TypedResults.Json(
            await store.Read(db => Page(db, duty, first.Value, last.Value, after ?? 0)),
            Words.Json
        );
    }

    static async Task<ListOf<Fact>> Page(DutyDb db, string duty, Instant from, Instant to, long after)
    {
        var all = db.Facts.Where(f => (f.Duty == null || f.Duty == duty) && f.Id > after);
        if (from != Instant.MinValue)
            all = all.Where(f => f.At >= from);
        if (to != Instant.MaxValue)
            all = all.Where(f => f.At < to);
        var items = await all.OrderBy(f => f.Id).Take(Most).ToListAsync();
        var total = await all.CountAsync();
        return new(items, total, total > Most ? $"/api/v1/duties/{duty}/facts?after={items[^1].Id}" : null);
    }

    static Instant? At(string? text, Instant usual) =>
        text is null ? usual
        : InstantPattern.ExtendedIso.Parse(text) is { Success: true } at ? at.Value
        : null;
}
