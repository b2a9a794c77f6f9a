using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>The page /triage; with ?error= a certain error lies open, with ?all=true the lists are whole.</summary>
static class TriagePages
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/triage", Show);
        app.MapGet("/triage/{error:long}", Show);
        SamePages.Map(app);
    }

    static async Task<IResult> Show(
        long? error,
        bool? all,
        Caller caller,
        FrameLoader frames,
        DutyStore store,
        OwnerFinder owners,
        Histories histories,
        HttpContext http
    )
    {
        if (await store.Read(db => PartOf(db, error)) is { } whole)
            return new DoneThere($"/triage/{whole}", $"Error {error} is a part of this one.");
        var frame = await frames.Load(http, caller);
        return frame.Mine is null
            ? Page.NeedsTeam(frame, "triage", "Triage")
            : await Of(frame, error, store, owners, histories, http, null, all ?? false);
    }

    /// <summary>The error that has the events of one that is a part of it.</summary>
    public static async Task<long?> PartOf(DutyDb db, long? id) =>
        await db.Errors.FirstOrDefaultAsync(e => e.Id == id && e.MergedInto != null) is { } part
            ? (await db.Whole(part)).Id
            : null;

    /// <summary>The page, also after a press that was refused.</summary>
    public static async Task<IResult> Of(
        FrameModel frame,
        long? error,
        DutyStore store,
        OwnerFinder owners,
        Histories histories,
        HttpContext http,
        Refusal? refused,
        bool all = false
    )
    {
        if (error is not null && !await store.Read(db => db.Errors.AnyAsync(e => e.Id == error)))
            return Page.NotFound(frame, $"There is no error {error}.");
        var facts = Holding(frame, error);
        var open = TriageView.Of(facts, error).Open;
        var events = open is null ? [] : await store.Read(db => LastHour(db, open.Id, frame.Now));
        var key = open is null ? await store.Read(db => db.Projects.OrderBy(p => p.Id).FirstOrDefaultAsync()) : null;
        var dsn = key is null ? null : $"{http.Request.Scheme}://{key.Key}@{http.Request.Host}/{key.Id}";
        return Page.Of<TriagePage>(
            new
            {
                Frame = frame,
                Facts = facts,
                Chosen = error,
                Events = events,
                Grouping = open is null ? null : await store.Read(db => GroupingView.Load(db, open.Id, frame.Now)),
                Tickets = await store.Read(db => TicketsOf(db, facts)),
                WhyNobody = open is null || WhoFits.Ranked(facts, open).Count > 0 ? null : await owners.WhyNobody(open),
                FileOf = open is null ? null : await store.Read(db => new ProjectFiles(db, histories).Of(open.Project)),
                Dsn = dsn,
                Refused = (refused ?? await Nobodys(store, facts, error))?.Detail ?? await Closed(store, error, open),
                All = all,
            },
            refused is null ? 200 : Page.Status(refused)
        );
    }

    /// <summary>The duty that looks after the error, else the caller's, else one that has errors.</summary>
    static DutyFacts Holding(FrameModel frame, long? error) =>
        frame.Duties.FirstOrDefault(d => d.Errors.Any(e => e.Id == error)) ?? frame.Mine!;

    /// <summary>An error that no duty looks after is on no page of one.</summary>
    static Task<Refusal?> Nobodys(DutyStore store, DutyFacts facts, long? chosen) =>
        store.Read(async db =>
            facts.Nobodys.Count > 0
            && await db.Errors.FirstOrDefaultAsync(e => e.Id == chosen) is { } error
            && await db.LoadFacts(error, facts.Now) is null
                ? await db.NobodyLooksAfter(error)
                : null
        );

    /// <summary>What was asked for is not what is shown.</summary>
    static async Task<string?> Closed(DutyStore store, long? asked, TrackedError? shown)
    {
        if (asked is null || asked == shown?.Id)
            return null;
        var error = await store.Read(db => db.Errors.FirstOrDefaultAsync(e => e.Id == asked));
        var word = error?.Status == ErrorStatus.Ignored ? "was marked as not an error" : "is resolved";
        return $"Error {asked}, “{error?.Title}”, {word}{(shown is null ? "." : $". This is error {shown.Id}.")}";
    }

    /// <summary>Of what is written up and still open.</summary>
    static async Task<IReadOnlyList<Ticket>> TicketsOf(DutyDb db, DutyFacts facts)
    {
        var ids = facts.Errors.Where(TriageView.IsFiled).Select(e => e.Id).ToList();
        if (ids.Count == 0)
            return [];
        var parts = await db.PartsOf(ids);
        var all = ids.Concat(parts.Keys).ToList();
        var tickets = await db.Tickets.Where(t => all.Contains(t.ErrorId)).OrderBy(t => t.Id).ToListAsync();
        return [.. tickets.Select(t => parts.TryGetValue(t.ErrorId, out var whole) ? OfWhole(t, facts, whole) : t)];
    }

    /// <summary>A part's ticket is that of the error that has its events.</summary>
    static Ticket OfWhole(Ticket ticket, DutyFacts facts, long whole) =>
        ticket with
        {
            ErrorId = whole,
            Life = facts.Errors.First(e => e.Id == whole).Life,
        };

    /// <summary>The ticket of an error's present life.</summary>
    public static Ticket? Ticket(this TrackedError error, IReadOnlyList<Ticket> tickets) =>
        tickets.LastOrDefault(t => t.ErrorId == error.Id && t.Life == error.Life);

    static async Task<IReadOnlyList<Instant>> LastHour(DutyDb db, long error, Instant now) =>
        await db
            .ErrorEvents.Where(e => e.ErrorId == error && e.At > now - Duration.FromHours(1))
            .OrderBy(e => e.At)
            .Select(e => e.At)
            .Take(20_000)
            .ToListAsync();
}
