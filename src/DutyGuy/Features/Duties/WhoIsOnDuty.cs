using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.Duties;

/// <summary>Who is on duty at an instant: the same answer as board, wall, pokes and command line.</summary>
static class WhoIsOnDuty
{
    public static async Task<IResult> Handle(string duty, string? at, DutyStore store, IClock clock)
    {
        var asked = at is null ? clock.GetCurrentInstant() : ParsedOrNull(at);
        if (asked is not { } instant)
            return Refusal
                .Invalid($"“{at}” is not an instant. Write for instance 2026-11-23T16:00:00Z.", "at")
                .ToProblem();
        if (Reach.Wrong(instant, clock.GetCurrentInstant(), "at") is { } far)
            return far.ToProblem();
        return await store.Read(db => db.LoadFacts(duty, clock.GetCurrentInstant())) is { } facts
            ? TypedResults.Json(OnDuty.At(facts.Rota, facts.Acts, instant, facts.WatchedUntil), Words.Json)
            : ReadDuties.NoSuch(duty).ToProblem();
    }

    static Instant? ParsedOrNull(string at) =>
        InstantPattern.ExtendedIso.Parse(at) is { Success: true } parsed ? parsed.Value : null;
}
