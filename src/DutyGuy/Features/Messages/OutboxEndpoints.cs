using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Messages;

/// <summary>A message or another effect, with every attempt to deliver it.</summary>
sealed record OutboxItem(
    long Id,
    OutboxKind Kind,
    string Key,
    string To,
    string Text,
    string? Link,
    OutboxState State,
    Instant CreatedAt,
    IReadOnlyList<DeliveryAttempt> Attempts,
    Instant? SentAt
);

/// <summary>What was or will be sent: an administrator sees all, others their own and what the team gets.</summary>
static class OutboxEndpoints
{
    const int Most = 1000;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/outbox", List).WithTags("Messages");

    static async Task<ListOf<OutboxItem>> List(
        Caller caller,
        DutyStore store,
        PublicLinks links,
        string? to,
        OutboxKindWord? kind,
        long after = 0
    )
    {
        var (rows, total) = await store.Read(async db =>
        {
            var mine = Seen(db, caller);
            if (to is not null)
                mine = mine.Where(m => m.To == to);
            if (kind is { } wanted)
                mine = mine.Where(m => m.Kind == wanted.Kind);
            var part = await mine.Where(m => m.Id > after).OrderBy(m => m.Id).Take(Most).ToListAsync();
            return (part, await mine.CountAsync());
        });
        var next = rows.Count == Most ? $"/api/v1/outbox?after={rows[^1].Id}{Filter(to, kind)}" : null;
        return new(rows.ConvertAll(m => Item(m, links)), total, next);
    }

    static IQueryable<OutboxMessage> Seen(DutyDb db, Caller caller) =>
        caller.Is(Role.Administrator)
            ? db.Outbox
            : db.Outbox.Where(m => m.To == NewMessage.Team || m.To == caller.Person);

    static string Filter(string? to, OutboxKindWord? kind) =>
        (to is null ? "" : $"&to={Uri.EscapeDataString(to)}") + (kind is { } k ? $"&kind={Words.Of(k.Kind)}" : "");

    static OutboxItem Item(OutboxMessage m, PublicLinks links) =>
        new(
            m.Id,
            m.Kind,
            m.Key,
            m.To,
            m.Text,
            links.Absolute(m.Link),
            m.State,
            m.CreatedAt,
            m.Attempts,
            m.State == OutboxState.Sent ? m.Attempts.LastOrDefault()?.At : null
        );
}

/// <summary>A kind as the address writes it: <c>?kind=poke</c>.</summary>
readonly record struct OutboxKindWord(OutboxKind Kind)
{
    public static bool TryParse(string? word, out OutboxKindWord kind)
    {
        var known = Enum.TryParse<OutboxKind>(word, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed);
        kind = new(parsed);
        return known;
    }
}
