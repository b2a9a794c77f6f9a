using System.Text.Json.Nodes;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.People;

/// <summary>The team's people.</summary>
static class PeopleEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("people");
        people.MapGet("", List).Produces<ListOf<Person>>();
        people.MapGet("/{handle}", Get).Produces<Person>();
        people.MapPost("", Add).Needs(Role.Administrator).Produces<Person>(201);
        people
            .MapPatch("/{handle}", Change)
            .Needs(Role.Engineer)
            .Accepts<NewPerson>("application/json")
            .Produces<Person>();
        people
            .MapPost("/import", ImportPeople.Handle)
            .Needs(Role.Administrator)
            .Accepts<RepositoryImport>("application/json", "text/csv")
            .Produces<ImportAnswer>();
    }

    static async Task<ListOf<Person>> List(DutyStore store) =>
        ListOf<Person>.All(await store.Read(db => db.People.OrderBy(p => p.Handle).ToListAsync()));

    static async Task<IResult> Get(string handle, DutyStore store) =>
        (await store.Read(db => db.Find(handle))).ToResult();

    static async Task<IResult> Add(NewPerson asked, Caller caller, DutyStore store, IClock clock) =>
        (await store.Change(db => AddPerson.Do(db, asked, caller, clock.GetCurrentInstant()))).ToCreated(p =>
            "people/" + p.Handle
        );

    static async Task<IResult> Change(string handle, JsonObject given, Caller caller, DutyStore store, IClock clock) =>
        (await store.Change(db => ChangePerson.Do(db, handle, given, caller, clock.GetCurrentInstant()))).ToResult();

    /// <summary>The person, or that nobody is called so.</summary>
    public static async Task<Outcome<Person>> Find(this DutyDb db, string handle) =>
        await db.People.FirstOrDefaultAsync(p => p.Handle == handle) is { } person
            ? person
            : Refusal.NotFound($"Nobody here is called “{handle}”.");
}
