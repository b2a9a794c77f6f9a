using System.Net;
using System.Net.Sockets;
using DutyGuy.Clockwork;

namespace DutyGuy.Commands.Demo;

/// <summary>The real server in this process, on a port of this machine only, with the demo's clock and commands.</summary>
sealed class DemoServer : IAsyncDisposable
{
    const int UsualPort = 5170;
    readonly WebApplication app;

    DemoServer(WebApplication app, DutyClock clock, string token) => (this.app, Clock, Token) = (app, clock, token);

    public DutyClock Clock { get; }

    /// <summary>The administrator's token.</summary>
    public string Token { get; }

    public Uri Address => new(app.Urls.First());

    public Passes Passes => Part<Passes>();

    public T Part<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Starts it on a clock that stands; deploy and CI are what the sites say.</summary>
    public static async Task<DemoServer> Start(
        DemoFolder folder,
        DutyClock clock,
        IReadOnlyList<KeyValuePair<string, string?>> programs,
        CancellationToken stop
    )
    {
        var token = DemoTeam.NewToken();
        var address = $"http://127.0.0.1:{FreePort()}";
        var settings = new Dictionary<string, string?>(programs, StringComparer.Ordinal)
        {
            ["urls"] = address,
            ["public-address"] = address,
            ["database"] = $"Data Source={folder.In("duty.db")}",
            ["folder"] = folder.In("data"),
            ["bootstrap_token"] = token,
            ["test-clock"] = "false",
        };
        var server = DutyServer.BuildWarm(ServeSettings.Read(folder.Path, settings) with { Demo = true }, clock);
        try
        {
            await server.StartAsync(stop);
            return new DemoServer(server, clock, token);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>The usual one when nobody has it.</summary>
    public static int FreePort(int wanted = UsualPort)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, wanted);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException) when (wanted != 0)
        {
            return FreePort(0);
        }
    }
}
