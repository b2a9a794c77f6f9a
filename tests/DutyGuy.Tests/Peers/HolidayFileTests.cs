using DutyGuy.Tests.Adapters;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Peers;

/// <summary>The committed holidays are what the script makes of the npm package today.</summary>
public class HolidayFileTests
{
    // With regions and without, of several calendars. All countries take a minute.
    static readonly string[] Countries = ["CH", "EG", "FR", "IL", "JP"];

    [Fact]
    public async Task A_fresh_run_of_the_script_writes_the_committed_lines()
    {
        using var folder = new TemporaryFolder();
        await NodePeer.RunIn("scripts/holidays", "make.js", folder.Path, string.Join(',', Countries));
        await AreAlike("public-holidays.txt", folder, Ours);
        await AreAlike("public-holidays.LICENSE.txt", folder, all => all);
    }

    static async Task AreAlike(string name, TemporaryFolder folder, Func<string[], string[]> part)
    {
        var committed = Path.Combine(Peer.RepositoryRoot(), "src/DutyGuy.Domain/Calendars", name);
        var (fresh, known) = (await Lines(folder.In(name)), part(await Lines(committed)));
        fresh.Except(known).Take(5).ShouldBeEmpty($"{name}: lines that are new");
        known.Except(fresh).Take(5).ShouldBeEmpty($"{name}: lines that are gone");
        fresh.ShouldBe(known);
    }

    /// <summary>The head of the file, and what stands below one of the countries or their regions.</summary>
    static string[] Ours(string[] all)
    {
        var ours = true;
        return [.. all.Where(l => ours = char.IsAsciiLetterUpper(l[0]) ? Countries.Contains(l[..2]) : ours)];
    }

    static Task<string[]> Lines(string file) => File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
}
