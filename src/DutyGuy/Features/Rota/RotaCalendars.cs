using System.Text;
using DutyGuy.Adapters.Calendars;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Rota;

/// <summary>The addresses of one's calendars, shown once: my turns, each duty's, all.</summary>
sealed record CalendarAddresses(string Mine, IReadOnlyDictionary<string, string> Duties, string All);

/// <summary>The rota in people's calendars: <c>/calendar/{secret}.ics</c>, with <c>?of=</c> a duty or all.</summary>
static class RotaCalendars
{
    const string All = "all";

    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        app.MapGet("/calendar/{secret}.ics", Show).AllowAnonymous();
        app.MapPost("/rota/calendar", Made).Needs(Role.Viewer);
        app.MapPost("/rota/calendar/end", Ended).Needs(Role.Viewer);
        var mine = api.MapGroup("/calendar").WithTags("Duties").Needs(Role.Viewer);
        mine.MapPost("", Make).Produces<CalendarAddresses>(201);
        mine.MapDelete("", End).Produces(204);
    }

    static async Task<IResult> Show(string secret, string? of, DutyStore store, IClock clock, Asking ask)
    {
        var now = clock.GetCurrentInstant();
        var found = await store.Read(async db =>
        {
            var hash = Secrets.Hash(secret);
            var key = await db.CalendarKeys.FirstOrDefaultAsync(k => k.Hash == hash);
            var person = key is null ? null : await db.People.FirstOrDefaultAsync(p => p.Handle == key.Person);
            return person is null || person.HasLeftBy(now.InUtc().Date)
                ? null
                : new
                {
                    person.Handle,
                    person.Name,
                    Duties = await db.LoadAllFacts(now),
                };
        });
        if (found is null)
            return Refusal.NotFound("There is no such calendar. Make its address anew on the page Rota.").ToProblem();
        var (name, turns) = of switch
        {
            null => ($"{found.Name} on duty", CalendarTurns.Of(found.Duties, found.Handle)),
            All => ("On duty", [.. found.Duties.SelectMany(CalendarTurns.Of).OrderBy(t => t.From)]),
            _ when found.Duties.FirstOrDefault(d => d.Duty.Id == of) is { } duty => (
                $"On duty: {duty.Duty.Name}",
                CalendarTurns.Of(duty)
            ),
            _ => ("", null),
        };
        return turns is null
            ? Refusal.NotFound($"There is no duty “{of}”.").ToProblem()
            : TypedResults.Text(
                CalendarWriter.Write(name, turns, new Uri(ask.Address.To("/rota")), now),
                "text/calendar",
                Encoding.UTF8
            );
    }

    static async Task<IResult> Make(Asking ask) =>
        ask.Person is { } person
            ? TypedResults.Created((string?)null, await New(ask, person))
            : Asking.NoPerson().ToProblem();

    static async Task<IResult> End(Asking ask)
    {
        await ask.Store.Change(db => db.CalendarKeys.Where(k => k.Person == ask.Person).ExecuteDeleteAsync());
        return TypedResults.NoContent();
    }

    static async Task<IResult> Made(HttpContext http, Caller caller, Asking ask)
    {
        if (ask.Person is not { } person)
            return Asking.NoPerson().ToProblem();
        var made = await New(ask, person);
        return await new Once(
            "rota",
            "Rota, my calendar",
            "Subscribe to these addresses.",
            "They are secret and shown this once; those made before have ended. In Google Calendar: Other calendars, From URL; in Outlook: Add calendar, Subscribe from web; in Apple Calendar: File, New subscription.",
            "addresses: my turns, then each duty, then all",
            string.Join('\n', [made.Mine, .. made.Duties.Values, made.All]),
            "/rota"
        ).Page(http, caller);
    }

    static async Task<IResult> Ended(Asking ask)
    {
        await End(ask);
        return new DoneThere("/rota", "Your calendar addresses have ended.");
    }

    static async Task<CalendarAddresses> New(Asking ask, string person)
    {
        var secret = Secrets.New();
        var duties = await ask.Store.Change(async db =>
        {
            await db.CalendarKeys.Where(k => k.Person == person).ExecuteDeleteAsync();
            db.Add(
                new CalendarKey
                {
                    Person = person,
                    Hash = Secrets.Hash(secret),
                    CreatedAt = ask.Now,
                }
            );
            return await db.Duties.Where(d => d.EndedAt == null).Select(d => d.Id).ToListAsync();
        });
        string At(string query) => ask.Address.To($"/calendar/{secret}.ics{query}");
        return new(
            At(""),
            duties.Order(StringComparer.Ordinal).ToDictionary(d => d, d => At("?of=" + d), StringComparer.Ordinal),
            At("?of=" + All)
        );
    }
}
