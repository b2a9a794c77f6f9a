using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Features.Signals;

/// <summary>A change made elsewhere: a flag, a setting, a vendor.</summary>
sealed record ChangeIn(string Kind, string What, string By, Instant? At, string? Url);

/// <summary><c>POST signals/change</c>: kept as a fact, shown on the watch and in the entry.</summary>
static class ReceiveChange
{
    public static async Task<IResult> Handle(ChangeIn change, DutyStore store, IClock clock)
    {
        if (string.IsNullOrWhiteSpace(change.Kind) || string.IsNullOrWhiteSpace(change.What))
            return Refusal.Invalid("Say what kind of change it is, and what was changed.", "what").ToProblem();
        var fact = new Fact
        {
            At = clock.GetCurrentInstant(),
            SentAt = change.At,
            Kind = FactKind.Change,
            Source = change.By,
            Subject = change.Kind,
            Text = $"{change.By} changed a {change.Kind}: {change.What}",
            Data = change.Url is null
                ? new Dictionary<string, string>()
                : new Dictionary<string, string> { ["url"] = change.Url },
        };
        return TypedResults.Json(await store.Change(db => db.Insert(fact)), Words.Json, statusCode: 201);
    }
}
