using DutyGuy.Tests.Adapters;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Peers;

/// <summary>The committed holidays are what the script makes of the npm package today.</summary>
public class HolidayFileTests
{
    [Fact]
    public async Task A_fresh_run_of_the_script_writes_the_committed_files()
    {
        using var folder = new TemporaryFolder();
        await NodePeer.RunIn("scripts/holidays", "make.js", folder.Path);
        foreach (var name in new[] { "public-holidays.txt", "public-holidays.LICENSE.txt" })
        {
            var committed = Path.Combine(Peer.RepositoryRoot(), "src/DutyGuy.Domain/Calendars", name);
            var (fresh, known) = (await Lines(folder.In(name)), await Lines(committed));
            fresh.Except(known).Take(5).ShouldBeEmpty($"{name}: lines that are new");
            known.Except(fresh).Take(5).ShouldBeEmpty($"{name}: lines that are gone");
            fresh.ShouldBe(known);
        }
    }

    static Task<string[]> Lines(string file) => File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
}
