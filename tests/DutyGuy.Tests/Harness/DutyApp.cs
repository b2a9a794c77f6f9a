using DutyGuy.Clockwork;
using DutyGuy.Commands;
using DutyGuy.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DutyGuy.Tests.Harness;

/// <summary>
/// The real server in the test's process, on a free port, with the test clock at <see cref="RunningDuty.AMonday"/>:
/// <c>await using var duty = await DutyApp.Start(database);</c>
/// </summary>
public sealed class DutyApp : RunningDuty, IAsyncDisposable
{
    readonly WebApplication app;
    readonly TestDatabase database;

    DutyApp(WebApplication app, TestDatabase database)
        : base(new Uri(app.Urls.First())) => (this.app, this.database) = (app, database);

    /// <summary>A temporary folder of this test.</summary>
    public string Folder => database.Folder;

    /// <summary>What <c>--database</c> takes.</summary>
    public string Connection => database.Connection;

    /// <summary>A part of the server, for what has no public way in; use it rarely.</summary>
    public T Part<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Starts a server. Settings are written as in the environment or duty.json, <c>("deploy:production:timeout", "1m")</c>.</summary>
    public static async Task<DutyApp> Start(
        DatabaseKind kind = DatabaseKind.Sqlite,
        Instant? now = null,
        params (string Key, string Value)[] settings
    )
    {
        var place = await TestDatabase.Create(kind);
        var clock = new DutyClock(testing: true);
        clock.TrySet(now ?? AMonday);
        var server = DutyServer.Build(ServeSettings.Read(place.Folder, Settings(place, settings)), clock);
        await server.StartAsync();
        return new DutyApp(server, place);
    }

    /// <summary>Waits until something holds that the server brings about in the background; looks after each change.</summary>
    public async Task<T> Until<T>(Func<Task<T>> look, Func<T, bool> holds)
    {
        var pulse = Part<Pulse>();
        while (true)
        {
            var change = pulse.Next(TimeSpan.FromSeconds(1), CancellationToken.None);
            if (await look() is var seen && holds(seen))
                return seen;
            await change;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // What works in the background ends before its database goes.
        await app.StopAsync();
        try
        {
            await KeptAndFresh.ShouldBeTheSame(Part<DutyStore>(), Connection, Part<IClock>().GetCurrentInstant());
        }
        finally
        {
            await app.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    static Dictionary<string, string?> Settings(TestDatabase database, (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["database"] = database.Connection,
            ["folder"] = Path.Combine(database.Folder, "data"),
            ["test-clock"] = "true",
            ["bootstrap_token"] = BootstrapToken,
        };
        foreach (var (key, value) in more)
            settings[key] = value;
        return settings;
    }
}
