using DutyGuy.Domain;

namespace DutyGuy.Commands;

/// <summary>Reads a playbook from a folder of Markdown.</summary>
public static class PlaybookFolder
{
    /// <summary>The files of the folder that are parts of a playbook, by their name in it.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Select(path => (path, name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => PlaybookParser.IsPart(file.name))
            .ToDictionary(file => file.name, file => File.ReadAllText(file.path), StringComparer.Ordinal);

    /// <summary>The playbook in the folder, or its problems.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static PlaybookReading Read(string folder) => PlaybookParser.Parse(Files(folder));

    /// <summary>The folder of a playbook that ships with the program, such as <c>engineering</c>.</summary>
    public static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, "playbooks", name);
}
