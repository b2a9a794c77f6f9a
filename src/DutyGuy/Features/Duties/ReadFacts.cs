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

    public static async Task<IResult> Handle(
        string duty,
        string? from,
        string? to,
        long? after,
        HttpRequest request,
        DutyStore store
    )
    {
        var (first, last) = (At(from, Instant.MinValue), At(to, Instant.MaxValue));
        if (first is null || last is null)
            return Refusal
                .Invalid("Instants look like 2026-11-23T16:00:00Z.", first is null ? "from" : "to")
                .ToProblem();
        if (!await store.Read(db => db.Duties.AnyAsync(d => d.Id == duty)))
            return ReadDuties.NoSuch(duty).ToProblem();
        var part = await store.Read(db => Part(db, duty, first.Value, last.Value, after ?? 0));
        var next = part.Items.Count == Most ? request.Next("after", part.Items[^1].Id) : null;
        return TypedResults.Json(part with { Next = next }, Words.Json);
    }

    static async Task<ListOf<Fact>> Part(DutyDb db, string duty, Instant from, Instant to, long after)
    {
        var all = db.Facts.Where(f => f.Duty == null || f.Duty == duty);
        if (from != Instant.MinValue)
            all = all.Where(f => f.At >= from);
        if (to != Instant.MaxValue)
            all = all.Where(f => f.At < to);
        var items = await all.Where(f => f.Id > after).OrderBy(f => f.Id).Take(Most).ToListAsync();
        return new(items, await all.CountAsync());
    }

    static Instant? At(string? text, Instant usual) =>
        text is null ? usual
        : InstantPattern.ExtendedIso.Parse(text) is { Success: true } at ? at.Value
        : null;
}
