using System.Text.Json.Serialization;
using DutyGuy.Adapters.Prometheus;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Connections;

/// <summary>A place to connect to. Settings that are secret are taken and never given back.</summary>
public sealed record NewConnection(
    [property: JsonRequired] ConnectionKind Kind,
    [property: JsonRequired] string Name,
    [property: JsonRequired] IReadOnlyDictionary<string, string> Settings
);

/// <summary>A connection as it may be seen; <c>secrets</c> names which are set.</summary>
public sealed record ConnectionView(
    long Id,
    ConnectionKind Kind,
    string Name,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyList<string> Secrets,
    Instant? LastSuccess,
    string? LastFailure,
    Instant? ReadUntil
)
{
    public static ConnectionView Of(Connection c) =>
        new(c.Id, c.Kind, c.Name, c.Settings, [.. c.Secrets.Keys], c.LastSuccess, c.LastFailure, c.ReadUntil);
}

/// <summary>Places outside: mail server, webhook, Prometheus.</summary>
static class ConnectionEndpoints
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddKeyedSingleton<TryConnection>(ConnectionKind.Mail, (_, _) => MailTest.Try);
        services.AddKeyedSingleton<TryConnection>(ConnectionKind.Webhook, (_, _) => WebhookTest.Try);
        services.AddKeyedSingleton<TryConnection>(
            ConnectionKind.Prometheus,
            (all, _) =>
            {
                var (timings, clock) = (all.GetRequiredService<PrometheusTimings>(), all.GetRequiredService<IClock>());
                return (settings, stop) => timings.Try(PrometheusSource.Of(settings), clock.GetCurrentInstant(), stop);
            }
        );
    }

    public static void Map(RouteGroupBuilder api)
    {
        var all = api.MapGroup("/connections").WithTags("connections").Needs(Role.Administrator);
        all.MapGet("", List).Produces<ListOf<ConnectionView>>();
        all.MapPost("", Add).Produces<ConnectionView>(201);
        all.MapPut("/{id:long}", Set).Produces<ConnectionView>();
        all.MapDelete("/{id:long}", Remove).Produces(204);
        all.MapPost("/{id:long}/test", TestConnection.Run).Produces<ConnectionView>();
    }

    static async Task<ListOf<ConnectionView>> List(DutyStore store)
    {
        var rows = await store.Read(db => db.Connections.OrderBy(c => c.Id).ToListAsync());
        return ListOf<ConnectionView>.All([.. rows.Select(ConnectionView.Of)]);
    }

    static async Task<IResult> Add(NewConnection asked, Caller caller, DutyStore store, SecretBox box, IClock clock) =>
        (await store.Change(db => SetConnection.Add(db, asked, box, caller, clock.GetCurrentInstant()))).ToCreated(c =>
            $"connections/{c.Id}"
        );

    static async Task<IResult> Set(
        long id,
        NewConnection asked,
        Caller caller,
        DutyStore store,
        SecretBox box,
        IClock clock
    ) =>
        (await store.Change(db => SetConnection.Set(db, id, asked, box, caller, clock.GetCurrentInstant()))).ToResult();

    static async Task<IResult> Remove(long id, DutyStore store) =>
        await store.Change(db => db.Connections.Where(c => c.Id == id).ExecuteDeleteAsync()) == 0
            ? Refusal.NotFound($"There is no connection {id}.").ToProblem()
            : TypedResults.NoContent();
}
