using System.Text.Json.Serialization;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.People;

/// <summary>Who is away, and when. Both days inclusive; one day when <c>to</c> is left out.</summary>
public sealed record NewAbsence([property: JsonRequired] LocalDate From, LocalDate? To = null, string? Why = null);

/// <summary>Absences: one's own, or with the process owner's role those of others.</summary>
static class AbsenceEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var absences = api.MapGroup("/people/{handle}/absences").WithTags("people");
        absences.MapGet("", List).Produces<ListOf<Absence>>();
        absences.MapPost("", Add).Needs(Role.Engineer).Produces<Absence>(201);
        absences.MapDelete("/{from}/{to}", Remove).Needs(Role.Engineer).Produces(204);
        CalendarEndpoints.Map(api);
    }

    static async Task<IResult> List(string handle, DutyStore store) =>
        (await store.Read(db => db.Find(handle))).Refusal is { } nobody
            ? nobody.ToProblem()
            : TypedResults.Json(
                ListOf<Absence>.All(
                    await store.Read(db =>
                        db.Absences.Where(a => a.Person == handle).OrderBy(a => a.From).ToListAsync()
                    )
                ),
                Words.Json
            );

    static async Task<IResult> Add(string handle, NewAbsence asked, Caller caller, DutyStore store, IClock clock)
    {
        var absence = new Absence(handle, asked.From, asked.To ?? asked.From, asked.Why);
        var now = clock.GetCurrentInstant();
        return (await store.Change(db => Absences.Add(db, absence, caller, now))).ToCreated(a =>
            $"people/{a.Person}/absences/{a.From:uuuu-MM-dd}/{a.To:uuuu-MM-dd}"
        );
    }

    static async Task<IResult> Remove(
        string handle,
        string from,
        string to,
        Caller caller,
        DutyStore store,
        IClock clock
    )
    {
        var now = clock.GetCurrentInstant();
        var outcome = await store.Change(db => Absences.Remove(db, handle, (from, to), caller, now));
        return outcome.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();
    }
}
