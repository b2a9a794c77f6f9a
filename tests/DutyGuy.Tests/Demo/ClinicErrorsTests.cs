using System.Text.Json;
using DutyGuy.Commands.Demo;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Intake;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Demo;

[Collection("Clinic")]
public sealed class ClinicErrorsTests(ClinicWorld world)
{
    const int VisitsPerSecond = 200;

    static readonly TimeSpan Open = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Visitors_meet_as_many_errors_as_faults_were_planted()
    {
        await using var duty = await DutyApp.Start();
        var sender = await Sender.Of(duty, "clinic");
        var site = world.Site("planted", Environment.ProcessId) with
        {
            Environment = "staging",
            Dsn = $"http://{sender.Key}@{duty.Address.Authority}/{sender.Project}",
        };
        site.Write();
        (await world.Script(site, "deploy", world.History[ClinicRole.Release2].Sha)).Exit.ShouldBe(0);
        using var load = new ClinicLoad(site.Address, ClinicVisitors.Testers, VisitsPerSecond);
        using var day = new CancellationTokenSource(Open);
        await load.Run(day.Token);
        // Ending it sends what was not sent yet.
        await world.Script(site, "stop");

        var errors = (await duty.Get("errors")).Items();
        errors
            .Select(e => e.Text("title")!.Split(':')[0])
            .Order()
            .ToList()
            .ShouldBe(Planted("type"), customMessage: Told(errors));
    }

    List<string> Planted(string field)
    {
        using var list = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(world.Sample, "history", "planted-errors.json"))
        );
        return [.. list.RootElement.EnumerateArray().Select(e => e.GetProperty(field).GetString()!).Order()];
    }

    static string Told(IEnumerable<JsonElement> errors) =>
        string.Join('\n', errors.Select(e => $"{e.Text("title")} at {e.Text("culprit")}, {e.Number("events")} events"));
}
