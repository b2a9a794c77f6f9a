using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>Who asks, when, and how links are made.</summary>
sealed record Asking(DutyStore Store, string? Person, Instant Now, PublicAddress Address)
{
    public static ValueTask<Asking> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        return ValueTask.FromResult(
            new Asking(
                services.GetRequiredService<DutyStore>(),
                Caller.From(context.User)?.Person,
                services.GetRequiredService<IClock>().GetCurrentInstant(),
                PublicAddress.Of(context.Request, services.GetRequiredService<ServeSettings>())
            )
        );
    }

    /// <summary>The error as it is now, or why nothing was done.</summary>
    public async Task<IResult> View(Outcome<TrackedError> done) =>
        done.Refusal is { } refusal
            ? refusal.ToProblem()
            : (await Store.Read(db => ReadErrors.Find(db, done.Value!.Id, Address))).ToResult();
}
