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

    static IResult One(string code) =>
        PublicHolidays.Of(code) is { Value: { } calendar }
            ? TypedResults.Json(
                ListOf<HolidayItem>.All([
                    .. calendar.Names.OrderBy(n => n.Key).Select(n => new HolidayItem(n.Key, n.Value)),
                ]),
                Words.Json
            )
            : Refusal.NotFound(PublicHolidays.Of(code).Refusal!.Detail).ToProblem();
}
