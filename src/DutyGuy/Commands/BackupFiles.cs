using System.IO.Compression;
using DutyGuy.Store;
using DutyGuy.Web;

namespace DutyGuy.Commands;

/// <summary>What belongs to an installation beside its rows: the key of its secrets and duty.json.</summary>
static class BackupFiles
{
    const string Key = "duty.key";
    const string Settings = "duty.json";

    public static void Add(ZipArchive zip, ServeSettings settings)
    {
        if (settings.All["secret"] is null && File.Exists(MasterKey.FileOf(settings)))
            zip.CreateEntryFromFile(MasterKey.FileOf(settings), Key);
        if (File.Exists(Settings))
            zip.CreateEntryFromFile(Settings, Settings);
    }

    /// <summary>Before anything is changed.</summary>
    public static void Check(ZipArchive zip, ServeSettings settings)
    {
        if (zip.GetEntry(Key) is not null && settings.All["secret"] is not null)
            throw new StartProblem(
                "The backup brings its own key of the secrets, and DUTY_SECRET says another one.",
                "Restore without DUTY_SECRET, and start the server without it too."
            );
    }

    /// <summary>Gives what the person must know.</summary>
    public static IEnumerable<string> BringBack(ZipArchive zip, ServeSettings settings)
    {
        if (zip.GetEntry(Key) is not { } key)
            yield return "The secrets were sealed with a DUTY_SECRET: start the server with the same one.";
        else if (PutKey(key, MasterKey.FileOf(settings)))
            yield return "The key of the secrets is that of the backup now. Does a server run? Start it again.";
        if (zip.GetEntry(Settings) is not { } json)
            yield break;
        if (!File.Exists(Settings))
            json.ExtractToFile(Settings);
        else
            yield return "duty.json stays as it is; the backup's own is in the zip.";
    }

    /// <summary>False when it is the key already.</summary>
    static bool PutKey(ZipArchiveEntry key, string path)
    {
        using var reader = new StreamReader(key.Open());
        var text = reader.ReadToEnd();
        if (File.Exists(path))
        {
            if (File.ReadAllText(path) == text)
                return false;
            File.Move(path, path + ".before-restore", overwrite: true);
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.Write(text);
        return true;
    }
}
