namespace DutyGuy.Tests.House;

/// <summary>The files of the repository that the tests were built from.</summary>
static class Repository
{
    static readonly string[] NotOurs = ["bin", "obj", "node_modules", "Migrations", "TestResults", "artifacts"];

    public static readonly string Root = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>All files under some folders, built and fetched ones left out.</summary>
    public static IEnumerable<SourceFile> Files(params string[] folders) =>
        folders
            .Select(folder => new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(folder => folder.Exists)
            .SelectMany(FilesIn);

    /// <summary>The code that people read: C# and Razor of src and tests.</summary>
    public static IReadOnlyList<SourceFile> Code() =>
        [.. Files("src", "tests").Where(f => Path.GetExtension(f.Path) is ".cs" or ".razor")];

    static IEnumerable<SourceFile> FilesIn(DirectoryInfo folder) =>
        folder
            .GetFiles()
            .Select(file => new SourceFile(Path.GetRelativePath(Root, file.FullName)))
            .Concat(folder.GetDirectories().Where(d => !NotOurs.Contains(d.Name)).SelectMany(FilesIn));

    static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DutyGuy.slnx")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException(
                "The tests of the house read its files: run them inside the repository."
            );
    }
}

/// <summary>A file by its path from the root.</summary>
sealed record SourceFile(string Path)
{
    public string FullPath => System.IO.Path.Combine(Repository.Root, Path);

    public string[] Lines() => File.ReadAllLines(FullPath);

    public string Text() => File.ReadAllText(FullPath);

    public override string ToString() => Path;
}
