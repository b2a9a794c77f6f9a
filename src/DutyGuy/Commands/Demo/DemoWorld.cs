using System.Text.Json;
using DutyGuy.Clockwork;
using DutyGuy.Commands.Demo.Weeks;
using NodaTime;

namespace DutyGuy.Commands.Demo;

/// <summary>Everything a demo consists of: the folder, the server, the team, the repository, the Clinic's places and visitors.</summary>
sealed class DemoWorld : IAsyncDisposable
{
    /// <summary>The day of the demo; a Monday.</summary>
    public static readonly LocalDate Today = new(2026, 11, 23);

    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    readonly CancellationTokenSource over;
    readonly List<Task> background = [];

    DemoWorld(DemoFolder folder, CancellationToken stop)
    {
        (Folder, Sites) = (folder, new DemoSites(folder));
        over = CancellationTokenSource.CreateLinkedTokenSource(stop);
    }

    public DemoFolder Folder { get; }
    public DemoSites Sites { get; }
    public DemoServer Server { get; private set; } = null!;
    public DemoTeam Team { get; private set; } = null!;
    public ClinicHistory History { get; private set; } = null!;
    public string Dsn { get; private set; } = "";

    /// <summary>Ends when production and staging serve release 1 and visitors come.</summary>
    public Task Open { get; private set; } = Task.CompletedTask;

    /// <summary>Ended with the demo, or by whoever stops it.</summary>
    public CancellationToken Over => over.Token;

    public Instant Now => Server.Clock.GetCurrentInstant();

    /// <summary>The server with three recorded weeks, its clock standing at the evening before; places open in the background.</summary>
    public static async Task<DemoWorld> Create(CancellationToken stop)
    {
        var world = new DemoWorld(DemoFolder.Create(), stop);
        try
        {
            await world.Build();
            await world.Furnish();
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>An hour of a day in the team's zone.</summary>
    public static Instant At(LocalDate day, int hour, int minute, int second = 0) =>
        day.At(new LocalTime(hour, minute, second)).InZoneLeniently(Zone).ToInstant();

    public static Instant At(int hour, int minute, int second = 0) => At(Today, hour, minute, second);

    /// <summary>Sets the clock forward; every pass due up to then runs at its own instant.</summary>
    public Task<bool> Jump(Instant to)
    {
        Over.ThrowIfCancellationRequested();
        return Server.Passes.AdvanceTo(to);
    }

    /// <summary>Something that goes on until the demo is over.</summary>
    public void Meanwhile(Func<CancellationToken, Task> work) => background.Add(Task.Run(() => work(Over)));

    /// <summary>Ends what was begun, however far that came.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await over.CancelAsync();
            await Task.WhenAll([.. background, Open]).ContinueWith(_ => { }, TaskScheduler.Default);
            Team?.Dispose();
            if (Server is not null)
                await Server.DisposeAsync();
        }
        finally
        {
            await Folder.DisposeAsync();
            over.Dispose();
        }
    }

    /// <summary>The history is made while the server starts.</summary>
    async Task Build()
    {
        var sample = Path.Combine(DemoFolder.Samples, "Clinic");
        var history = ClinicHistory.Create(sample, Sites.Repository, Today, Zone, cancellation: Over);
        background.Add(history);
        var clock = new DutyClock(testing: false);
        clock.TrySet(At(RecordedWeeks.Before, 10, 0));
        Server = await DemoServer.Start(Folder, clock, Sites.Programs, Over);
        History = await history;
    }

    async Task Furnish()
    {
        Team = new DemoTeam(Server.Address, Server.Token, Over);
        await Team.Gather(RecordedWeeks.Before.PlusDays(-1));
        var project = await Team.Administrator.Post("projects", new { name = "clinic", repository = "clinic" });
        Dsn = project.Text("dsn");
        Sites.Write(Dsn);
        await Team.Administrator.Post(
            "repositories",
            new
            {
                id = "clinic",
                url = Sites.Repository,
                project = project.Text("id"),
            }
        );
        Must(await Team.Administrator.Post("repositories/clinic/fetch"));
        await RecordedWeeks.Play(this);
        // Not beside the weeks: two cores are little, and the visitor waits for those.
        Open = OpenPlaces(Over);
    }

    /// <summary>The author brings main on to this commit, and the server looks at once.</summary>
    public async Task Push(ClinicCommit commit)
    {
        await History.Advance(commit, Over);
        Must(await Team[commit.Author.ToLowerInvariant()].Post("repositories/clinic/fetch"));
    }

    static void Must(JsonElement fetched)
    {
        if (fetched.Text("lastFailure") is { Length: > 0 } why)
            throw new NotAsTold($"The repository of the Clinic cannot be read: {why}");
    }

    /// <summary>Release 2 is on nobody's main yet; its build waits for the button.</summary>
    async Task BuildReleases(CancellationToken stop)
    {
        await Task.Yield();
        foreach (var role in new[] { ClinicRole.Release1, ClinicRole.Release2 })
            await DemoSites.Run(Sites.Build, "build", History[role].Sha, stop);
    }

    /// <summary>Only now that the clock is of today: what they send is of today.</summary>
    async Task OpenPlaces(CancellationToken stop)
    {
        await BuildReleases(stop);
        foreach (var site in new[] { Sites.Production, Sites.Staging })
            await DemoSites.Run(site, "deploy", History[ClinicRole.Release1].Sha, stop);
        Meanwhile(token => Visit(Sites.Production, ClinicVisitors.Public, token));
        Meanwhile(token => Visit(Sites.Staging, ClinicVisitors.Testers, token));
    }

    static async Task Visit(ClinicSite site, ClinicVisitors visitors, CancellationToken stop)
    {
        using var load = new ClinicLoad(site.Address, visitors);
        await load.Run(stop);
    }
}
