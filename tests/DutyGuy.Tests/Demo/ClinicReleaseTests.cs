using DutyGuy.Commands.Demo;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Demo;

[Collection("Clinic")]
public sealed class ClinicReleaseTests(ClinicWorld world)
{
    [Theory]
    [InlineData(ClinicRole.Release1)]
    [InlineData(ClinicRole.Mend)]
    [InlineData(ClinicRole.Release2)]
    public async Task A_release_builds_and_passes_its_self_tests(ClinicRole role)
    {
        var (exit, output) = await ClinicWorld.Run("dotnet", await world.Build(role), "--self-test");
        output.ShouldContain(" passed, 0 failed");
        exit.ShouldBe(0);
    }

    [Fact]
    public async Task The_red_commit_builds_and_says_which_self_tests_fail()
    {
        var (exit, output) = await ClinicWorld.Run("dotnet", await world.Build(ClinicRole.Red), "--self-test");
        output.ShouldContain("FAILED: a visit of 20 minutes takes two slots");
        exit.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_product_calls_ci_is_a_script_of_the_repository()
    {
        var checkout = Path.Combine(world.Folder, "ci");
        await ClinicWorld.Run("git", "clone", "--quiet", world.Repository, checkout);
        var (exit, output) = await ClinicWorld.Run("bash", Path.Combine(checkout, "ci.sh"));
        output.ShouldContain(" passed, 0 failed");
        exit.ShouldBe(0);
    }
}
