using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Signals;

/// <summary>Any figure: "support contacts" of an error, "requests in production" ...</summary>
sealed record NumberIn(string Name, double Value, Instant? At, long? Error);

/// <summary><c>POST signals/number</c>.</summary>
static class ReceiveNumber
{
    const string SupportContacts = "support contacts";

    public static async Task<IResult> Handle(NumberIn number, DutyStore store, IClock clock) =>
        (await store.Change(db => Keep(db, number, clock.GetCurrentInstant()))).ToCreated(_ => "signals/number");

    static async Task<Outcome<NumberSignal>> Keep(DutyDb db, NumberIn number, Instant now)
    {
        if (string.IsNullOrWhiteSpace(number.Name) || !double.IsFinite(number.Value))
            return Refusal.Invalid("A figure has a name and a value.", "name");
        if (number.Error is { } id && await Note(db, number, id) is { } refusal)
            return refusal;
        db.Append(
            new()
            {
                At = now,
                SentAt = number.At,
                Kind = FactKind.Number,
                Source = "signal",
                Subject = number.Error is null ? null : $"error:{number.Error}",
                Text = $"{number.Name}: {number.Value:0.##}",
            }
        );
        return await db.Insert(
            new NumberSignal
            {
                Name = number.Name,
                Value = number.Value,
                At = now,
                ErrorId = number.Error,
            }
        );
    }

    static async Task<Refusal?> Note(DutyDb db, NumberIn number, long id)
    {
        if (await db.Errors.FirstOrDefaultAsync(e => e.Id == id) is not { } error)
            return Refusal.Invalid($"There is no error {id}.", "error");
        if (number.Name == SupportContacts)
            await db.Replace(await db.Whole(error) with { SupportContacts = (long)number.Value });
        return null;
    }
}
