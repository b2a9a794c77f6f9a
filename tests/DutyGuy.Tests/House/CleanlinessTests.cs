namespace DutyGuy.Tests.House;

/// <summary>What is committed works on every machine and tells nothing of the one it was written on.</summary>
public class CleanlinessTests
{
    const int LargestText = 2_000_000;

    /// <summary>Written in two halves, so that this file passes its own test.</summary>
    static readonly string[] Forbidden =
    [
        "registry." + "npmjs",
        "api.nuget" + ".org",
        "nuget" + ".org/v3",
        "deb." + "debian.org",
        "pypi" + ".org",
        "\"resolved\": \"" + "http",
        "/work" + "/main",
        "/work" + "/wt",
        "/work" + "/shared",
        "../" + "shared/",
        "/roo" + "t/",
    ];

    [Fact]
    public void No_file_names_a_registry_or_a_path_of_one_machine() =>
        Repository
            .Files("src", "tests", "docs", "playbooks", "samples", "bench", "scripts", ".ci")
            .Where(file => new FileInfo(file.FullPath).Length < LargestText)
            .SelectMany(file => Found(file, file.Text()))
            .ShouldBeEmpty();

    static IEnumerable<string> Found(SourceFile file, string text) =>
        text.Contains('\0')
            ? []
            : Forbidden
                .Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
                .Select(w => $"{file}: {w}");
}
