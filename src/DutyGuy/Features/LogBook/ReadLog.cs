using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.LogBook;

/// <summary>Shows and searches entries.</summary>
static class ReadLog
{
    const int PageSize = 100;

    public static async Task<IResult> List(
        string? q,
        string? from,
        string? to,
        string? duty,
        int? skip,
        HttpRequest request,
        DutyStore store,
        IClock clock
    )
    {
        var (first, last) = (Date(from, LocalDate.MinIsoValue), Date(to, LocalDate.MaxIsoValue));
        if (first is null || last is null)
            return Refusal.Invalid("Dates look like 2026-11-23.", first is null ? "from" : "to").ToProblem();
        var search = new LogSearch(q, first.Value, last.Value, duty, Parts.From(skip));
        var found = await store.Read(db => Find(db, search, clock.GetCurrentInstant()));
        return TypedResults.Json(found.After(search.Skip, request), Words.Json);
    }

    public static async Task<IResult> One(long id, DutyStore store, IClock clock) =>
        (await store.Read(db => Find(db, id, clock.GetCurrentInstant()))).ToResult();

    /// <summary>One entry; an open one is drafted from the facts so far.</summary>
    public static async Task<Outcome<EntryView>> Find(DutyDb db, long id, Instant now) =>
        await db.LogEntries.FirstOrDefaultAsync(e => e.Id == id) is { } entry
            ? await View(db, entry, await RedFacts.Of(db, [entry]), now)
            : Refusal.NotFound($"There is no entry {id}.");

    /// <summary>Entries that say all the words, newest first.</summary>
    public static async Task<ListOf<EntryView>> Find(DutyDb db, LogSearch search, Instant now)
    {
        var found = search.In(db.LogEntries);
        var entries = await found.OrderByDescending(e => e.From).Skip(search.Skip).Take(PageSize).ToListAsync();
        var reds = await RedFacts.Of(db, entries);
        var views = new List<EntryView>();
        foreach (var entry in entries)
            views.Add(await View(db, entry, reds, now));
        return new(views, await found.CountAsync());
    }

    static async Task<EntryView> View(
        DutyDb db,
        LogEntry entry,
        IReadOnlyDictionary<long, IReadOnlyList<RedInterval>> reds,
        Instant now
    )
    {
        if (reds.TryGetValue(entry.Id, out var ofEnded))
            return EntryView.Of(entry, ofEnded);
        try
        {
            var facts = (await db.LoadFacts(entry.Duty, now))!;
            return EntryView.Of(EntryDraft.Now(facts, entry), RedInterval.All(facts));
        }
        catch (UnreadablePlaybookException broken)
        {
            return EntryView.Of(
                entry with
                {
                    Facts = $"The draft cannot be read: {broken.Message}\n",
                    FirstFact = "The draft cannot be read.",
                },
                []
            );
        }
    }

    static LocalDate? Date(string? text, LocalDate usual) =>
        text is null ? usual
        : LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value
        : null;
}
