using System.CommandLine;
using System.IO.Compression;
using DutyGuy.Clockwork;
using DutyGuy.Store;

namespace DutyGuy.Commands;

/// <summary><c>duty backup FILE</c> and <c>duty restore FILE</c>: on the database itself, whether a server runs or not.</summary>
static class BackupCommands
{
    public static Command Backup()
    {
        var file = new Argument<FileInfo>("file") { Description = "The zip to write; it holds secrets, keep it safe" };
        var database = DatabaseOption();
        var command = new Command("backup", "Write everything into one file, also while the server runs")
        {
            file,
            database,
        };
        command.SetAction(
            (parsed, stop) =>
                OnDatabase(
                    parsed.GetValue(database),
                    settings => Write(settings, parsed.GetRequiredValue(file).FullName, stop)
                )
        );
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<FileInfo>("file") { Description = "A file that duty backup wrote" };
        var database = DatabaseOption();
        var replace = new Option<bool>("--replace") { Description = "Lose what is in the database now" };
        var command = new Command("restore", "Bring back a backup, also while the server runs")
        {
            file,
            database,
            replace,
        };
        command.SetAction(
            (parsed, stop) =>
                OnDatabase(
                    parsed.GetValue(database),
                    settings => Read(settings, parsed.GetRequiredValue(file), parsed.GetValue(replace), stop)
                )
        );
        return command;
    }

    static Option<string?> DatabaseOption() =>
        new("--database") { Description = "As the server's: \"Data Source=duty.db\" or \"Host=...\"" };

    static Task<int> OnDatabase(string? database, Func<ServeSettings, Task<int>> act)
    {
        var read = database;
        return StartErrors.Told(
            async () =>
            {
                var settings = ServeSettings.Read(
                    ".",
                    new Dictionary<string, string?>(StringComparer.Ordinal) { ["database"] = database }
                );
                read = settings.Database;
                StartChecks.Place(settings);
                return await act(settings);
            },
            () => read
        );
    }

    /// <summary>Written beside and moved at the end: what has the name is whole.</summary>
    static async Task<int> Write(ServeSettings settings, string path, CancellationToken stop)
    {
        var half = path + ".part";
        await using var db = Database.Opener(settings.Database)();
        await NeedTables(db, settings, stop);
        BackupAbout about;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var stream = new FileStream(half, options))
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            about = await Backups.Write(db, zip, new DutyClock(testing: false).GetCurrentInstant(), stop);
            BackupFiles.Add(zip, settings);
        }
        File.Move(half, path, overwrite: true);
        Console.WriteLine($"{path}: {about.Rows.Values.Sum()} rows of {about.Rows.Count} tables.");
        if (settings.All["secret"] is not null)
            Console.WriteLine(
                "The key of the secrets is your DUTY_SECRET, which is not in the file: keep it elsewhere."
            );
        return 0;
    }

    static async Task<int> Read(ServeSettings settings, FileInfo file, bool replace, CancellationToken stop)
    {
        if (!file.Exists)
            throw new StartProblem($"There is no file {file.FullName}.", "Name a file that duty backup FILE wrote.");
        using var zip = Open(file);
        await using var db = Database.Opener(settings.Database)();
        await Schema.BringUpToDate(db, settings.Database, stop);
        BackupFiles.Check(zip, settings);
        var about = await Restores.Read(db, zip, replace, new DutyClock(testing: false).GetCurrentInstant(), stop);
        Console.WriteLine($"{about.Rows.Values.Sum()} rows are back, as of {about.At}.");
        foreach (var said in BackupFiles.BringBack(zip, settings))
            Console.WriteLine(said);
        return 0;
    }

    static async Task NeedTables(DutyDb db, ServeSettings settings, CancellationToken stop)
    {
        if (!Database.IsPostgres(settings.Database) && !File.Exists(Database.FileOf(settings.Database)))
            throw new StartProblem(
                $"There is no database {Database.FileOf(settings.Database)}.",
                "Run this in the server's folder, or name it: --database \"Data Source=FILE\""
            );
        await Schema.MustBeUpToDate(db, stop);
    }

    static ZipArchive Open(FileInfo file)
    {
        try
        {
            return ZipFile.OpenRead(file.FullName);
        }
        catch (InvalidDataException)
        {
            throw Restores.NoBackup();
        }
    }
}
