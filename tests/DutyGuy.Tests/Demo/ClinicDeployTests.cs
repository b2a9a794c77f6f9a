using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DutyGuy.Commands.Demo;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Demo;

[Collection("Clinic")]
public sealed class ClinicDeployTests(ClinicWorld world)
{
    private static readonly HttpClient _client = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deployment_switches_over_and_back_and_leaves_nothing_running()
    {
        var site = world.Site("production", Environment.ProcessId);
        var (before, after) = (world.History[ClinicRole.Release1].Sha, world.History[ClinicRole.Release2].Sha);
        await Deploy(site, before);
        var old = await Behaviour(site);
        old.Commit.ShouldBe(before);
        var processes = Processes(site);

        using var load = new ClinicLoad(site.Address, ClinicVisitors.Public, requestsPerSecond: 20);
        using var day = new CancellationTokenSource();
        var visits = load.Run(day.Token);
        await Deploy(site, after);
        var now = await Behaviour(site);
        now.Commit.ShouldBe(after);
        processes.AddRange(Processes(site));
        await Deploy(site, before);
        (await Behaviour(site)).Commit.ShouldBe(before);
        processes.AddRange(Processes(site));
        await day.CancelAsync();
        await visits;

        load.Answered.ShouldBeGreaterThan(0);
        load.Unanswered.ShouldBe(0);
        old.Documents.ShouldBe(HttpStatusCode.OK);
        now.Documents.ShouldBe(HttpStatusCode.InternalServerError);
        old.AgendaElsewhere.ShouldBe(HttpStatusCode.InternalServerError);

        (await world.Script(site, "stop")).Exit.ShouldBe(0);
        processes.Distinct(StringComparer.Ordinal).Count().ShouldBe(4, "one front and three instances");
        processes.ShouldAllBe(process => !Runs(process));
    }

    [Fact]
    public async Task A_search_of_release_2_works_out_the_slots_of_all_colleagues_for_each_result()
    {
        var site = world.Site("staging", Environment.ProcessId);
        await Deploy(site, world.History[ClinicRole.Release1].Sha);
        (await SlotsWorkedOutBySearch(site)).ShouldBe(0);
        await Deploy(site, world.History[ClinicRole.Release2].Sha);
        (await SlotsWorkedOutBySearch(site)).ShouldBe(
            4 * 17,
            "four results, each with the 17 doctors of its specialty"
        );
        (await _client.GetAsync(new Uri(site.Address, "/doctors/1/waiting-list"), Stop)).StatusCode.ShouldBe(
            HttpStatusCode.InternalServerError
        );
        (await world.Script(site, "stop")).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Everything_ends_when_the_process_that_wanted_it_is_killed()
    {
        using var parent = Process.Start("sleep", "600");
        var site = world.Site("orphan", parent.Id);
        await Deploy(site, world.History[ClinicRole.Release1].Sha);
        var processes = Processes(site);
        processes.Count(Runs).ShouldBe(2);
        parent.Kill();
        await Task.WhenAll(processes.Select(Ended));
    }

    [Fact]
    public async Task A_commit_that_is_not_there_is_refused_and_nothing_is_switched()
    {
        var site = world.Site("refused", Environment.ProcessId);
        var (exit, output) = await world.Script(site, "deploy", "0123456789012345678901234567890123456789");
        exit.ShouldBe(1);
        output.ShouldContain("FAILED: there is no commit 0123456789");
        Processes(site).ShouldBeEmpty();
    }

    private async Task Deploy(ClinicSite site, string sha)
    {
        var (exit, output) = await world.Script(site, "deploy", sha);
        exit.ShouldBe(0, output);
        output.ShouldContain($"switched over to {sha[..10]}");
    }

    private static async Task<(string Commit, HttpStatusCode Documents, HttpStatusCode AgendaElsewhere)> Behaviour(
        ClinicSite site
    )
    {
        var health = await _client.GetFromJsonAsync<JsonObject>(new Uri(site.Address, "/health"), Stop);
        var documents = await _client.GetAsync(new Uri(site.Address, "/patients/25/documents"), Stop);
        var agenda = await _client.GetAsync(new Uri(site.Address, "/doctors/98/agenda"), Stop);
        return (health!["commit"]!.GetValue<string>(), documents.StatusCode, agenda.StatusCode);
    }

    // The second search: the first one fills the table.
    private static async Task<long> SlotsWorkedOutBySearch(ClinicSite site)
    {
        var search = new Uri(site.Address, "/search?specialty=eyes&city=Lyon");
        await _client.GetStringAsync(search, Stop);
        var before = await SlotsWorkedOut(site);
        await _client.GetStringAsync(search, Stop);
        return await SlotsWorkedOut(site) - before;
    }

    private static async Task<long> SlotsWorkedOut(ClinicSite site)
    {
        var health = await _client.GetFromJsonAsync<JsonObject>(new Uri(site.Address, "/health"), Stop);
        return health!["slotsWorkedOut"]!.GetValue<long>();
    }

    private static List<string> Processes(ClinicSite site) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(site.Folder, "run"), "*.pid")
                .Select(file => File.ReadAllText(file).Trim()),
        ];

    // A process that has ended but that nobody has asked about yet has no command line any more.
    private static bool Runs(string process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Contains("Clinic.dll", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task Ended(string process)
    {
        while (Runs(process))
            await Task.Delay(50, Stop);
    }
}
