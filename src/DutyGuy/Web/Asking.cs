using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Web;

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

    /// <summary>A program without a person cannot act in anybody's name.</summary>
    public static Refusal NoPerson() =>
        Refusal.NotAllowed("Only a person can do that. Use a token that belongs to somebody.");
}
