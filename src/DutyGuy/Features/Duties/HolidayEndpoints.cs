using DutyGuy.Domain;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Features.Duties;

/// <summary>One public holiday.</summary>
sealed record HolidayItem(LocalDate Date, string Name);

/// <summary>Whose public holidays are known, and when they are.</summary>
static class HolidayEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var holidays = api.MapGroup("/holidays").WithTags("Duties");
        holidays.MapGet("", () => ListOf<HolidayPlace>.All(PublicHolidays.Places)).Produces<ListOf<HolidayPlace>>();
        holidays.MapGet("/{code}", One).Produces<ListOf<HolidayItem>>();
    }

    static IResult One(string code)
    {
        var known = PublicHolidays.Of(code);
        return known.Value is { } calendar
            ? TypedResults.Json(
                ListOf<HolidayItem>.All([
                    .. calendar.Names.OrderBy(n => n.Key).Select(n => new HolidayItem(n.Key, n.Value)),
                ]),
                Words.Json
            )
            : Refusal.NotFound(known.Refusal!.Detail).ToProblem();
    }
}
