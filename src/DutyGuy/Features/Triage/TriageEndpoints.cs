using System.Text.Json.Serialization;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;

namespace DutyGuy.Features.Triage;

/// <summary>Errors and tickets.</summary>
static class TriageEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var errors = api.MapGroup("/errors").WithTags("Errors");
        errors.MapGet("", ReadErrors.List).Produces<ListOf<ErrorView>>();
        errors.MapGet("/{id:long}", ReadErrors.One).Produces<ErrorDetail>();
        errors.MapGet("/{id:long}/suggestions", ReadSuggestions.Of).Produces<SuggestionsView>();
        errors.MapPost("/{id:long}/poke", Poke).Needs(Role.Engineer).Produces<ErrorDetail>();
        errors.MapPost("/{id:long}/assign", Assign).Needs(Role.Engineer).Produces<ErrorDetail>();
        errors.MapPost("/{id:long}/conclusions", Conclude).Needs(Role.Engineer).Produces<ErrorDetail>();
        errors.MapPost("/{id:long}/resolve", Resolve).Needs(Role.Engineer).Produces<ErrorDetail>();
        errors.MapPost("/{id:long}/ignore", Ignore).Needs(Role.Engineer).Produces<ErrorDetail>();
        errors.MapPost("/{id:long}/merge", Merge).Needs(Role.Engineer).Produces<ErrorDetail>();
        errors.MapPost("/{id:long}/split", Split).Needs(Role.Engineer).Produces<ErrorDetail>();
        api.MapPost("/undo/{fact:long}", Undo).WithTags("Errors").Needs(Role.Engineer).Produces<ErrorDetail>();
        var tickets = api.MapGroup("/tickets").WithTags("Errors");
        tickets.MapGet("", ReadTickets.List);
        tickets.MapGet("/{id:long}", ReadTickets.One).Produces<TicketView>();
    }

    static async Task<IResult> Poke(long id, Whom whom, Asking asking) =>
        await asking.View(await TriageActs.Poke(asking.Store, id, asking.Person, whom.Person ?? "", asking.Now));

    static async Task<IResult> Assign(long id, Whom whom, Asking asking) =>
        await asking.View(await TriageActs.Assign(asking.Store, id, asking.Person, whom.Person, asking.Now));

    static async Task<IResult> Conclude(long id, Found found, Asking asking) =>
        await asking.View(await TriageActs.Conclude(asking.Store, id, asking.Person, found.Text, asking.Now));

    static async Task<IResult> Resolve(long id, Asking asking) =>
        await asking.View(await TriageActs.Resolve(asking.Store, id, asking.Person, asking.Now));

    static async Task<IResult> Ignore(long id, Asking asking) =>
        await asking.View(await TriageActs.Ignore(asking.Store, id, asking.Person, asking.Now));

    static async Task<IResult> Merge(long id, MergeIn merge, Asking asking) =>
        await asking.View(await RegroupErrors.Merge(asking.Store, id, merge.With, asking.Person, asking.Now));

    static async Task<IResult> Split(long id, SplitIn split, Asking asking) =>
        await asking.View(
            await RegroupErrors.Split(
                asking.Store,
                id,
                [.. (split.Variants ?? []).OfType<string>()],
                asking.Person,
                asking.Now
            )
        );

    static async Task<IResult> Undo(long fact, Asking asking) =>
        await asking.View(await RegroupErrors.Undo(asking.Store, fact, asking.Person, asking.Now));

    static async Task<IResult> View(this Asking asking, Outcome<long> done) =>
        done.Refusal is { } refusal ? refusal.ToProblem() : await ReadErrors.One(done.Value, asking);

    /// <summary>The error as it is now, or why nothing was done.</summary>
    static async Task<IResult> View(this Asking asking, Outcome<TrackedError> done) =>
        done.Refusal is { } refusal ? refusal.ToProblem() : await ReadErrors.One(done.Value!.Id, asking);
}

/// <summary>Whom to ask or to name; null takes the name away.</summary>
sealed record Whom([property: JsonRequired] string? Person);

/// <summary>What was found.</summary>
sealed record Found(string Text);

/// <summary>The error that is the same: the older of both stays.</summary>
sealed record MergeIn(long With);

/// <summary>Keys of the variants that are another error.</summary>
sealed record SplitIn(IReadOnlyList<string?>? Variants);
