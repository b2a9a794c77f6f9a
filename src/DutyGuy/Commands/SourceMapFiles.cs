using DutyGuy.Commands.Client;
using DutyGuy.Domain;

namespace DutyGuy.Commands;

/// <summary>A source map on the disk: its name in the folder, and the file that it belongs to.</summary>
sealed record SourceMapFile(string Path, string Name, string File)
{
    /// <summary>The map as it is sent: without the text of the sources; what is no map is sent as it is, and refused.</summary>
    public async Task<byte[]> Read()
    {
        var bytes = await System.IO.File.ReadAllBytesAsync(Path);
        try
        {
            return SourceMapJson.WithoutSources(bytes);
        }
        catch (FormatException)
        {
            return bytes;
        }
    }
}

/// <summary>The source maps that a build left in a folder.</summary>
static class SourceMapFiles
{
    const string Ending = ".map";

    static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>Those of JavaScript, by name; none of the packages that were installed beside it.</summary>
    public static IReadOnlyList<SourceMapFile> In(string folder)
    {
        if (!Directory.Exists(folder))
            throw new CommandRefused($"There is no folder {folder}.");
        var found = Directory
            .EnumerateFiles(folder, "*" + Ending, Everywhere)
            .Select(path => (Path: path, Name: System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(f => !f.Name.EndsWith(".css" + Ending, StringComparison.OrdinalIgnoreCase))
            .Where(f => !f.Name.Split('/').Contains("node_modules"))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => new SourceMapFile(f.Path, f.Name, FileOf(f.Path, f.Name)))
            .ToList();
        return found.Count > 0
            ? found
            : throw new CommandRefused($"There is no *.map file in {folder}. Does the build write source maps?");
    }

    /// <summary>The file of the map's name when it lies there, else the one that the map names, in the same folder.</summary>
    static string FileOf(string path, string name)
    {
        var plain = name[..^Ending.Length];
        if (File.Exists(path[..^Ending.Length]) || SourceMapJson.FileOf(File.ReadAllBytes(path)) is not { } told)
            return plain;
        var file = told[(told.LastIndexOfAny(['/', '\\']) + 1)..];
        return file.Length == 0 ? plain : plain[..(plain.LastIndexOf('/') + 1)] + file;
    }
}
