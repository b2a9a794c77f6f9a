using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>Shows errors: the newest sighting first, with the true total.</summary>
static class ReadErrors
{
    const int PageSize = 100;

    /// <summary>Events shown of one error.</summary>
    const int LastEvents = 50;

    public static async Task<IResult> List(
        string? environment,
        string? status,
        string? assignee,
        int? skip,
        HttpRequest request,
        Asking asking
    )
    {
        if (status is not null and not ("open" or "resolved" or "ignored" or "merged"))
            return Refusal.Invalid("The status is open, resolved, ignored or merged.", "status").ToProblem();
        ErrorStatus? only = status is null ? null : Enum.Parse<ErrorStatus>(status, ignoreCase: true);
        var search = new ErrorSearch(environment, only, assignee, Parts.From(skip));
        var found = await asking.Store.Read(db => Find(db, search, asking.Address));
        return TypedResults.Json(found.After(search.Skip, request), Words.Json);
    }

    public static async Task<IResult> One(long id, Asking asking) =>
        (await asking.Store.Read(db => Find(db, id, asking.Address, asking.Now))).ToResult();

    /// <summary>A part of the list.</summary>
    public static async Task<ListOf<ErrorView>> Find(DutyDb db, ErrorSearch search, PublicAddress address)
    {
        var found = search.In(db.Errors);
        var page = await found
            .OrderByDescending(e => e.LastSeen)
            .ThenByDescending(e => e.Id)
            .Skip(search.Skip)
            .Take(PageSize)
            .ToListAsync();
        var projects = await db.Projects.ToDictionaryAsync(p => p.Id, p => p.Name);
        return new([.. page.Select(e => ErrorView.Of(e, projects[e.Project], address))], await found.CountAsync());
    }

    /// <summary>One error with its last events.</summary>
    static async Task<Outcome<ErrorDetail>> Find(DutyDb db, long id, PublicAddress address, Instant now)
    {
        if (await db.Errors.FirstOrDefaultAsync(e => e.Id == id) is not { } error)
            return Refusal.NotFound($"There is no error {id}.");
        var project = await db.Projects.FirstAsync(p => p.Id == error.Project);
        return ErrorView.Of(
            error,
            project.Name,
            address,
            await GroupingView.Load(db, id, now),
            await db
                .ErrorEvents.Where(e => e.ErrorId == id)
                .OrderByDescending(e => e.Id)
                .Take(LastEvents)
                .ToListAsync(),
            await db.Pokes.Where(p => p.ErrorId == id).OrderBy(p => p.Id).ToListAsync(),
            await TicketsOf(db, id)
        );
    }

    /// <summary>Those of the errors that are a part of it too.</summary>
    static async Task<IReadOnlyList<Ticket>> TicketsOf(DutyDb db, long id)
    {
        var parts = await db.PartsOf([id]);
        var all = parts.Keys.Append(id).ToList();
        return await db.Tickets.Where(t => all.Contains(t.ErrorId)).OrderBy(t => t.Id).ToListAsync();
    }
}

/// <summary>
/// Which errors; what is a part of another one only where that is asked for. Assignee "nobody" means those without one.
/// </summary>
sealed record ErrorSearch(string? Environment, ErrorStatus? Status, string? Assignee, int Skip)
{
    const string Nobody = "nobody";

    public IQueryable<TrackedError> In(IQueryable<TrackedError> errors)
    {
        if (Environment is not null)
            errors = errors.Where(e => e.Environment == Environment);
        errors = Status is null ? errors.Where(e => e.MergedInto == null) : errors.Where(e => e.Status == Status);
        return Assignee switch
        {
            null => errors,
            Nobody => errors.Where(e => e.Assignee == null),
            _ => errors.Where(e => e.Assignee == Assignee),
        };
    }
}
