using DutyGuy.Domain;
using Shouldly;

namespace DutyGuy.Domain.Tests;

/// <summary>The playbooks that ship, and changed copies of them.</summary>
internal static class Shipped
{
    public static Playbook Engineering { get; } = Sound(Files("engineering"));

    public static Dictionary<string, string> Files(string name)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "playbooks", name);
        return Directory
            .EnumerateFiles(root, "*.md", SearchOption.AllDirectories)
            .ToDictionary(
                path => Path.GetRelativePath(root, path).Replace('\\', '/'),
                File.ReadAllText,
                StringComparer.Ordinal
            );
    }

    /// <summary>The engineering playbook with one text replaced by another.</summary>
    public static PlaybookReading Changed(string before, string after, string file = "duty.md")
    {
        var files = Files("engineering");
        files[file].ShouldContain(before);
        files[file] = files[file].Replace(before, after, StringComparison.Ordinal);
        return PlaybookParser.Parse(files);
    }

    /// <summary>The engineering playbook with these rules instead of its own.</summary>
    public static Playbook WithRules(string rules)
    {
        var files = Files("engineering");
        var own = files["duty.md"];
        files["duty.md"] = own[..own.IndexOf("## ", StringComparison.Ordinal)] + rules;
        return Sound(files);
    }

    public static Playbook Sound(IReadOnlyDictionary<string, string> files)
    {
        var reading = PlaybookParser.Parse(files);
        reading.Problems.ShouldBeEmpty();
        return reading.Playbook.ShouldNotBeNull();
    }
}
