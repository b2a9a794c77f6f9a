using System.Diagnostics;
using DutyGuy.Commands.Demo.Weeks;
using DutyGuy.Store;
using DutyGuy.Web;

namespace DutyGuy.Commands.Demo;

/// <summary>The demo that a visitor plays: the clock starts at 15:55 and runs.</summary>
static class LivingDemo
{
    public static async Task<int> Run(Telling tell, CancellationToken stop)
    {
        var since = Stopwatch.StartNew();
        try
        {
            await using var world = await tell.While(
                "Making a team, its three last weeks and its Clinic",
                () => DemoWorld.Create(stop)
            );
            await tell.While("Playing its morning", () => Begin(world));
            tell.Say(Welcome(await AddressFor(world, "mel"), since.Elapsed));
            await tell.While("Production and staging of the Clinic open", () => world.Open.WaitAsync(stop));
            tell.Say(Places(world.Sites));
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (NotAsTold wrong)
        {
            tell.Wrong($"The demo cannot go on: {wrong.Message}");
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            tell.Say("\nThe demo is over; nothing of it is left on this machine.");
        }
        return 0;
    }

    static async Task Begin(DemoWorld world)
    {
        await TodaysMorning.Play(world);
        await world.Jump(DemoWorld.At(15, 55));
        world.Server.Clock.Run();
    }

    /// <summary>Works once, and signs in without a password.</summary>
    static async Task<Uri> AddressFor(DemoWorld world, string person)
    {
        var secret = Secrets.New();
        await world
            .Server.Part<DutyStore>()
            .Change(db => db.MakeOneTimeAddress(person, Secrets.Hash(secret), world.Now, signsIn: true));
        return new Uri(world.Server.Address, $"/welcome/{secret}");
    }

    static string Welcome(Uri address, TimeSpan took) =>
        $"""

            You are Mel, and on duty today. Open this address; it signs you in, once:

                {address}

            It is 15:55 there and the clock runs: errors have come in, the rollout opens at 16:00.
            At the top of each page you can act as somebody else. Ctrl-C ends everything. (Ready after {took.TotalSeconds:0.0} s.)

            """;

    static string Places(DemoSites sites) =>
        $"""
            Production of the Clinic: {sites.Production.Address}
            Staging:                  {sites.Staging.Address}
            Its repository:           {sites.Repository}
            """;
}
