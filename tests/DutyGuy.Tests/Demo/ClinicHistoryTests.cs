using DutyGuy.Commands.Demo;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Demo;

[Collection("Clinic")]
public sealed class ClinicHistoryTests(ClinicWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_history_is_by_eight_people_and_git_finds_nothing_wrong()
    {
        var authors = (await world.Git("log", "--format=%an <%ae>", "main"))
            .Output.Split('\n')
            .Where(a => a.Length > 0);
        authors
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "Ann <ann@clinic.example>",
                "Ines <ines@clinic.example>",
                "Jo <jo@clinic.example>",
                "Lea <lea@clinic.example>",
                "Mel <mel@clinic.example>",
                "Nicolas <nicolas@clinic.example>",
                "Ravi <ravi@clinic.example>",
                "Tom <tom@clinic.example>",
            ]);
        (await world.Git("fsck", "--strict")).ShouldBe((0, ""));
    }

    [Fact]
    public async Task The_patches_make_the_sample_byte_for_byte()
    {
        var tree = Path.Combine(world.Folder, "tree");
        await ClinicWorld.Run("git", "clone", "--quiet", world.Repository, tree);
        var made = Files(tree, ".git");
        made.Keys.Order(StringComparer.Ordinal)
            .ShouldBe(Files(world.Sample, "history", "bin", "obj").Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in Files(world.Sample, "history", "bin", "obj"))
            made[name].ShouldBe(text, name);
    }

    [Fact]
    public void The_last_day_is_today_and_the_days_before_are_working_days()
    {
        var days = world.History.Commits.Select(commit => commit.At.InZone(ClinicWorld.Paris)).ToList();
        world.History[ClinicRole.Release1].At.ShouldBe(Instant.FromUtc(2026, 11, 20, 10, 2));
        world.History[ClinicRole.Red].At.ShouldBe(Instant.FromUtc(2026, 11, 23, 9, 3));
        days[0].Date.ShouldBe(new LocalDate(2026, 10, 26));
        days.ShouldAllBe(day => day.DayOfWeek != IsoDayOfWeek.Saturday && day.DayOfWeek != IsoDayOfWeek.Sunday);
        days.Select(day => day.ToInstant()).ShouldBeInOrder();
    }

    [Fact]
    public async Task Git_tells_the_same_commits_and_times()
    {
        var log = (await world.Git("log", "--reverse", "--format=%H %at %ct %an %s", "main")).Output;
        var expected = world.History.Commits.Select(commit =>
        {
            var at = commit.At.ToUnixTimeSeconds();
            return $"{commit.Sha} {at} {at} {commit.Author} {commit.Title}";
        });
        log.TrimEnd('\n').Split('\n').ShouldBe(expected);
    }

    [Fact]
    public async Task Main_goes_on_commit_by_commit_and_never_back()
    {
        var repository = Path.Combine(world.Folder, "step-by-step.git");
        var history = await ClinicHistory.Create(
            world.Sample,
            repository,
            ClinicWorld.Today,
            ClinicWorld.Paris,
            cancellation: Stop
        );
        (await Head(repository)).ShouldBe(history[ClinicRole.Release1].Sha);
        await history.Advance(ClinicRole.Red, Stop);
        (await Head(repository)).ShouldBe(history[ClinicRole.Red].Sha);
        (await ClinicWorld.Run("git", "-C", repository, "log", "--format=%H", "--all")).Output.ShouldNotContain(
            history[ClinicRole.Mend].Sha
        );
        await Should.ThrowAsync<NotAsTold>(() => history.Advance(ClinicRole.Release1, Stop));
        await history.Advance(ClinicRole.Release2, Stop);
        (await Head(repository)).ShouldBe(world.History.Commits[^1].Sha);
    }

    private static async Task<string> Head(string repository) =>
        (await ClinicWorld.Run("git", "-C", repository, "rev-parse", "main")).Output.Trim();

    private static Dictionary<string, string> Files(string folder, params string[] without) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !without.Contains(file.Split(Path.DirectorySeparatorChar)[0], StringComparer.Ordinal))
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(folder, file)), StringComparer.Ordinal);
}
