namespace DutyGuy.Adapters.Programs;

/// <summary>Finds a program as a shell would, so that a missing one is said before anything starts.</summary>
internal static class ProgramFinder
{
    /// <summary>The full path; null when there is none. A name with a slash is taken from the working directory.</summary>
    public static string? Find(string program, string workingDirectory)
    {
        if (program.Contains('/', StringComparison.Ordinal) || Path.IsPathFullyQualified(program))
            return Runnable(Path.GetFullPath(program, workingDirectory));
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Runnable(Path.Combine(folder, program)))
            .FirstOrDefault(found => found is not null);
    }

    private static string? Runnable(string path)
    {
        if (OperatingSystem.IsWindows())
            return new[] { path, path + ".exe", path + ".cmd" }.FirstOrDefault(File.Exists);
        const UnixFileMode anyExecute =
            UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (File.GetUnixFileMode(path) & anyExecute) != UnixFileMode.None ? path : null;
    }
}
