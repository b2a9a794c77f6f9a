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
        clock.MapPut("", (ClockReading to, Passes passes) => Move(passes, to.Now));
        clock.MapPost("/advance", Advance);
    }

    static Task<IResult> Advance(ClockAdvance by, IClock clock, Passes passes)
    {
        var period = PeriodPattern.NormalizingIso.Parse(by.By);
        return period.Success
            ? Move(passes, clock.GetCurrentInstant() + period.Value.ToDuration())
            : Task.FromResult(
                Refusal.Invalid($"“{by.By}” is not a duration. Write for instance PT1H.", "by").ToProblem()
            );
    }

    static async Task<IResult> Move(Passes passes, Instant to) =>
        await passes.AdvanceTo(to)
            ? TypedResults.Json(new ClockReading(to), Words.Json)
            : Refusal.Conflict("The test clock only goes forward. Start a new server for an earlier time.").ToProblem();

    sealed record ClockReading(Instant Now);

    sealed record ClockAdvance(string By);
}
