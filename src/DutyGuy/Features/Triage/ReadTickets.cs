using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>Conclusions as they were filed; <c>link</c> leads to the error.</summary>
sealed record TicketView(
    long Id,
    long Error,
    int Life,
    string Title,
    string Text,
    long Events,
    long Users,
    string By,
    Instant At,
    string Link
)
{
    public static TicketView Of(Ticket t, PublicAddress address) =>
        new(
            t.Id,
            t.ErrorId,
            t.Life,
            t.Title,
            t.Text,
            t.Events,
            t.Users,
            t.By,
            t.At,
            address.To($"/triage/{t.ErrorId}")
        );
}

/// <summary>The embedded tracker, newest first.</summary>
static class ReadTickets
{
    const int PageSize = 100;

    public static async Task<ListOf<TicketView>> List(int? skip, HttpRequest request, Asking asking) =>
        (await asking.Store.Read(db => Find(db, Parts.From(skip), asking.Address))).After(Parts.From(skip), request);

    public static async Task<IResult> One(long id, Asking asking) =>
        (
            await asking.Store.Read<Outcome<TicketView>>(async db =>
                await db.Tickets.FirstOrDefaultAsync(t => t.Id == id) is { } ticket
                    ? TicketView.Of(ticket, asking.Address)
                    : Refusal.NotFound($"There is no ticket {id}.")
            )
        ).ToResult();

    static async Task<ListOf<TicketView>> Find(DutyDb db, int skip, PublicAddress address)
    {
        var page = await db.Tickets.OrderByDescending(t => t.Id).Skip(skip).Take(PageSize).ToListAsync();
        return new([.. page.Select(t => TicketView.Of(t, address))], await db.Tickets.CountAsync());
    }
}
