using System.Net;
using System.Text.Json;
using DutyGuy.Domain;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Tests.Harness;

/// <summary>A running server as its administrator sees it, with the test clock in hand.</summary>
public abstract class RunningDuty(Uri address) : DutyApi(Client(address, BootstrapToken))
{
    /// <summary>The administrator's token.</summary>
    public const string BootstrapToken = "a-token-for-tests";

    /// <summary>Monday 2026-11-23 09:00 in Paris: an ordinary working day.</summary>
    public static readonly Instant AMonday = Instant.FromUtc(2026, 11, 23, 8, 0);

    readonly Dictionary<string, DutyApi> callers = new(StringComparer.Ordinal);

    public Uri Address { get; } = address;

    /// <summary>Somebody without credentials.</summary>
    public DutyApi Nobody => field ??= new DutyApi(Client(Address, null));

    /// <summary>A person, by a token of their own; who is not there yet joins the team with the role given.</summary>
    public async Task<DutyApi> As(string handle, Role role = Role.Engineer)
    {
        if (callers.TryGetValue(handle, out var known))
            return known;
        var found = await Send(HttpMethod.Get, $"people/{handle}");
        if (found.Status == HttpStatusCode.NotFound)
            await Post("people", new { handle, role });
        else
            role = Enum.Parse<Role>(found.MustBeGood().Json.Text("role")!.Replace(" ", ""), ignoreCase: true);
        return callers[handle] = await WithToken($"test {handle}", role, handle);
    }

    /// <summary>A program with a token of its own.</summary>
    public async Task<DutyApi> WithToken(string name, Role role, string? person = null)
    {
        var made = await Post(
            "tokens",
            new
            {
                name,
                role,
                person,
            }
        );
        return new DutyApi(Client(Address, made.Text("token")));
    }

    public async Task<Instant> Now() => Time((await Get("test/clock")).Text("now"));

    /// <summary>Sets the test clock; every pass due up to then has run when this ends.</summary>
    public Task SetClock(Instant now) => Put("test/clock", new { now });

    /// <summary>Sets the test clock by its text: <c>SetClock("2026-11-23T15:00:00Z")</c>.</summary>
    public Task SetClock(string now) => SetClock(Time(now));

    /// <summary>Lets time go by, for instance <c>PT1H</c>.</summary>
    public Task Advance(string by) => Post("test/clock/advance", new { by });

    /// <summary>An instant as the API writes it.</summary>
    public static Instant Time(string? text) => InstantPattern.ExtendedIso.Parse(text!).Value;

    /// <summary>The facts of a duty.</summary>
    public async Task<IReadOnlyList<JsonElement>> Facts(string duty) => (await Get($"duties/{duty}/facts")).Items();
}
