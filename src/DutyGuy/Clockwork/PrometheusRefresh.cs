using System.Collections.Concurrent;
using DutyGuy.Adapters.Prometheus;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Reads the minutes of response times from every connected Prometheus as they end.</summary>
sealed class PrometheusRefresh(DutyStore store, PrometheusTimings timings, SecretBox box, IClock clock) : IRefresh
{
    /// <summary>Rows that take well below a second.</summary>
    const int AtOnce = 5000;

    /// <summary>When a connection was asked in vain.</summary>
    readonly ConcurrentDictionary<long, Instant> tried = [];

    public string What => "Response times";

    public async Task<bool> RefreshDue(CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        var all = await store.Read(db => db.Connections.Where(c => c.Kind == ConnectionKind.Prometheus).ToListAsync());
        var any = false;
        foreach (var connection in all)
            if (MetricsReading.Due(connection.ReadUntil, Tried(connection), now) is { } minutes)
            {
                any = true;
                await Read(connection, minutes, stop);
            }
        return any;
    }

    Instant? Tried(Connection connection) => tried.TryGetValue(connection.Id, out var at) ? at : null;

    /// <summary>Never throws for a Prometheus that does not answer: that is kept and shown, and it is asked again.</summary>
    async Task Read(Connection connection, Interval minutes, CancellationToken stop)
    {
        var settings = box.Opened(connection);
        var environment = settings.GetValueOrDefault("environment", Environments.Production);
        try
        {
            var source = PrometheusSource.Of(settings);
            await foreach (var hour in timings.Read(source, environment, minutes, stop))
            // What is written at once keeps everybody else from writing.
            foreach (var part in hour.OrderBy(m => m.Minute).Chunk(AtOnce))
                await store.Change(db => Keep(db, connection, int.Parse(settings["project"]), environment, part), stop);
            await store.Change(db => Worked(db, connection, minutes.End), stop);
            tried.TryRemove(connection.Id, out _);
        }
        catch (PrometheusException broken)
        {
            tried[connection.Id] = clock.GetCurrentInstant();
            await store.Change(db => Failed(db, connection, broken.Message), stop);
        }
    }

    async Task Keep(
        DutyDb db,
        Connection connection,
        int project,
        string environment,
        IReadOnlyList<EndpointMinute> minutes
    )
    {
        if (await IsSame(db, connection))
            await db.Keep(project, environment, minutes, clock.GetCurrentInstant());
    }

    async Task Worked(DutyDb db, Connection connection, Instant until)
    {
        if (!await IsSame(db, connection))
            return;
        if (connection.LastFailure is not null)
            db.Append(Told(connection, "can be read again."));
        // Without a change of a row the pages and passes need not be woken.
        await Row(db, connection)
            .ExecuteUpdateAsync(c =>
                c.SetProperty(x => x.ReadUntil, until)
                    .SetProperty(x => x.LastSuccess, clock.GetCurrentInstant())
                    .SetProperty(x => x.LastFailure, (string?)null)
            );
    }

    async Task Failed(DutyDb db, Connection connection, string why)
    {
        if (!await IsSame(db, connection))
            return;
        // Said once: the page Settings shows it until it can be read again.
        if (connection.LastFailure is null)
            db.Append(Told(connection, $"cannot be read: {why}"));
        await Row(db, connection).ExecuteUpdateAsync(c => c.SetProperty(x => x.LastFailure, why));
    }

    /// <summary>One that was changed or removed meanwhile is left alone.</summary>
    static async Task<bool> IsSame(DutyDb db, Connection connection) =>
        await Row(db, connection).FirstOrDefaultAsync() is { } now
        && now.ReadUntil == connection.ReadUntil
        && now.Settings.ToHashSet().SetEquals(connection.Settings);

    static IQueryable<Connection> Row(DutyDb db, Connection connection) =>
        db.Connections.Where(c => c.Id == connection.Id);

    Fact Told(Connection connection, string what) =>
        new()
        {
            At = clock.GetCurrentInstant(),
            Kind = FactKind.Source,
            Source = "prometheus",
            Subject = "connection:" + connection.Name,
            Text = $"The Prometheus “{connection.Name}” {what}",
        };
}
