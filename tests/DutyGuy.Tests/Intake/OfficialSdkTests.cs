using System.Text;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Peers;
using Microsoft.EntityFrameworkCore;
using Sdk = global::Sentry;

namespace DutyGuy.Tests.Intake;

/// <summary>S20: the real packages against the running server; nothing of their users is kept.</summary>
public class OfficialSdkTests
{
    [Theory]
    [InlineData("11")]
    [InlineData("7")]
    public async Task S20_an_error_and_a_timing_of_the_official_Node_SDK_arrive(string major)
    {
        await using var duty = await DutyApp.Start();
        await NodePeer.Run("send.js", major, await Dsn(duty));
        await Arrived(duty, "TypeError: the card of");
    }

    [Fact]
    public async Task S20_an_error_and_a_timing_of_the_official_NET_SDK_arrive()
    {
        await using var duty = await DutyApp.Start();
        var dsn = await Dsn(duty);
        using (
            Sdk.SentrySdk.Init(options =>
            {
                options.Dsn = dsn;
                options.Environment = "staging";
                options.Release = "shop@7";
                options.TracesSampleRate = 1;
                options.SendDefaultPii = true;
            })
        )
        {
            Sdk.SentrySdk.ConfigureScope(scope =>
                scope.User = new Sdk.SentryUser
                {
                    Id = "u-17",
                    Email = "ada.private@clinic.example",
                    IpAddress = "203.0.113.77",
                }
            );
            Sdk.SentrySdk.CaptureException(Thrown());
            Sdk.SentrySdk.StartTransaction("GET /doctors", "http.server").Finish();
            await Sdk.SentrySdk.FlushAsync(TimeSpan.FromMinutes(1));
        }
        await Arrived(duty, "InvalidOperationException: the card of");
    }

    static Exception Thrown()
    {
        try
        {
            throw new InvalidOperationException("the card of ada.private@clinic.example was refused");
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    static async Task<string> Dsn(DutyApp duty) => (await duty.Post("projects", new { name = "shop" })).Text("dsn")!;

    static async Task Arrived(DutyApp duty, string title)
    {
        var error = (await duty.Get("errors")).Items().ShouldHaveSingleItem();
        error.Text("title")!.ShouldContain(title);
        (error.Text("environment"), error.Number("users")).ShouldBe(("staging", 1));
        (await duty.Get($"errors/{error.Number("id")}")).Text("lastEvents.0.release").ShouldBe("shop@7");
        var minutes = await duty.Part<DutyStore>().Read(db => db.Minutes.ToListAsync());
        minutes.ShouldContain(m => m.Endpoint == "GET /doctors" && m.Release == "shop@7");
        Holds(duty.Folder, "the card of").ShouldBeTrue();
        foreach (var personal in new[] { "ada.private", "203.0.113.77", "u-17" })
            Holds(duty.Folder, personal).ShouldBeFalse($"“{personal}” is in the database's files");
    }

    /// <summary>Whether a text is anywhere in the database's files, the log of writes too.</summary>
    static bool Holds(string folder, string text) =>
        Directory
            .GetFiles(folder, "duty.db*")
            .Select(file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return Encoding.Latin1.GetString(bytes.ToArray());
            })
            .Any(all => all.Contains(text, StringComparison.OrdinalIgnoreCase));
}
