using System.Reflection;
using DutyGuy.Adapters.Git;
using DutyGuy.Domain;

namespace DutyGuy.Tests.House;

/// <summary>Who may know whom: the domain nothing, the adapters the domain, a slice itself and the rooms below it.</summary>
public class ArrowTests
{
    [Fact]
    public void The_domain_knows_nothing_but_time_and_numbers() =>
        References(typeof(Fact).Assembly).ShouldBeSubsetOf(["NodaTime", "MathNet.Numerics"]);

    [Fact]
    public void The_adapters_know_the_domain_and_not_the_program() =>
        References(typeof(GitMirror).Assembly).ShouldNotContain(typeof(DutyServer).Assembly.GetName().Name);

    [Fact]
    public void Everything_of_the_domain_is_in_one_namespace() =>
        typeof(Fact)
            .Assembly.GetExportedTypes()
            .Select(t => t.Namespace)
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(["DutyGuy.Domain"]);

    [Fact]
    public void A_slice_does_not_know_another_slice() =>
        Uses.Of(typeof(DutyServer).Assembly)
            .Where(use => Slice(use.User) is { } own && Slice(use.Used) is { } other && own != other)
            .ShouldBeEmpty();

    [Fact]
    public void The_rooms_below_do_not_know_the_slices() =>
        Uses.Of(typeof(DutyServer).Assembly)
            .Where(use => IsBelow(use.User) && Slice(use.Used) is not null)
            .ShouldBeEmpty();

    [Fact]
    public void A_page_does_not_know_the_database() =>
        Uses.Of(typeof(DutyServer).Assembly).Where(use => use.UserIsPage && IsDatabase(use.Used)).ShouldBeEmpty();

    static IEnumerable<string> References(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name != "netstandard");

    /// <summary>The word after DutyGuy.Features, null for what is no slice.</summary>
    static string? Slice(string type)
    {
        const string features = "DutyGuy.Features.";
        var rest = type.StartsWith(features, StringComparison.Ordinal) ? type[features.Length..] : "";
        return rest.Contains('.') ? rest.Split('.')[0] : null;
    }

    static bool IsBelow(string type) =>
        type.StartsWith("DutyGuy.Store.", StringComparison.Ordinal)
        || type.StartsWith("DutyGuy.Web.", StringComparison.Ordinal);

    static bool IsDatabase(string type) =>
        type.Contains("EntityFrameworkCore") || type is "DutyGuy.Store.DutyDb" or "DutyGuy.Store.DutyStore";
}
