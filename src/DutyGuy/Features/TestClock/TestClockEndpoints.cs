using DutyGuy.Clockwork;
using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Web;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.TestClock;

/// <summary>The settable clock of <c>--test-clock</c>. An answer comes when every pass due up to then has run.</summary>
static class TestClockEndpoints
{
    public static void Map(RouteGroupBuilder api, ServeSettings settings)
    {
        if (!settings.TestClock)
            return;
        var clock = api.MapGroup("/test/clock").AllowAnonymous();
        clock.MapGet("", (IClock now) => new ClockReading(now.GetCurrentInstant()));
        clock.MapPut("", Set).Produces<ClockReading>();
        clock.MapPost("/advance", Advance).Produces<ClockReading>();
    }

    static Task<IResult> Set(ClockReading to, DutyClock clock, Passes passes, IEnumerable<IRefresh> sources) =>
        Move(passes, sources, clock, to.Now);

    static async Task<IResult> Advance(ClockAdvance by, DutyClock clock, Passes passes, IEnumerable<IRefresh> sources)
    {
        var period = PeriodPattern.Roundtrip.Parse(by.By);
        return period.Success && IsShort(period.Value)
            ? await Move(passes, sources, clock, clock.GetCurrentInstant() + period.Value.ToDuration())
            : Refusal
                .Invalid($"“{by.By}” is not a duration of days and hours. Write for instance PT1H.", "by")
                .ToProblem();
    }

    /// <summary>Months and years have no length of their own.</summary>
    static bool IsShort(Period by) =>
        by is { Years: 0, Months: 0 }
        && new[] { by.Weeks, by.Days, by.Hours, by.Minutes, by.Seconds, by.Milliseconds }.All(n =>
            Math.Abs(n) <= 100_000_000
        );

    /// <summary>Each working day on the way is lived, so that no more than some years can be asked for.</summary>
    static async Task<IResult> Move(Passes passes, IEnumerable<IRefresh> sources, DutyClock clock, Instant to)
    {
        if (TooFar(clock, to) is { } far)
            return far.ToProblem();
        if (!await passes.AdvanceTo(to))
            return Refusal
                .Conflict("The test clock only goes forward. Start a new server for an earlier time.")
                .ToProblem();
        var read = false;
        foreach (var source in sources)
            read |= await source.RefreshDue();
        if (read)
            await passes.RunNow();
        return TypedResults.Json(new ClockReading(to), Words.Json);
    }

    static Refusal? TooFar(DutyClock clock, Instant to) =>
        clock.IsSet ? Reach.Wrong(Instant.Max(to, clock.GetCurrentInstant()), clock.GetCurrentInstant(), "now")
        : to.InUtc().Year is < 2000 or > 2200 ? Refusal.Invalid("The test clock starts between 2000 and 2200.", "now")
        : null;

    internal sealed record ClockReading(Instant Now);

    internal sealed record ClockAdvance(string By);
}
