using System.Security.Cryptography;
using System.Text;
using DutyGuy.Commands;
using DutyGuy.Store;
using Microsoft.Data.Sqlite;

namespace DutyGuy.Web;

/// <summary>The key of all secrets: DUTY_SECRET (the same on every node), else a file that only its owner can read.</summary>
static class MasterKey
{
    const int LeastLetters = 20;

    public static byte[] Of(ServeSettings settings)
    {
        if (settings.All["secret"] is not { } secret)
            return FromFile(FileOf(settings));
        return secret.Length >= LeastLetters
            ? Encoding.UTF8.GetBytes(secret)
            : throw new StartProblem(
                $"DUTY_SECRET has fewer than {LeastLetters} letters.",
                "Make one with: openssl rand -base64 32"
            );
    }

    /// <summary>Beside the SQLite file; in the data folder for a database elsewhere.</summary>
    public static string FileOf(ServeSettings settings) =>
        Database.IsPostgres(settings.Database)
            ? Path.GetFullPath(Path.Combine(settings.Folder, "duty.key"))
            : Path.GetFullPath(new SqliteConnectionStringBuilder(settings.Database).DataSource + ".key");

    static byte[] FromFile(string path)
    {
        if (!File.Exists(path))
            Make(path);
        try
        {
            return Convert.FromBase64String(File.ReadAllText(path).Trim());
        }
        catch (FormatException broken)
        {
            throw new StartProblem($"{path} is not a key of ours.", "Bring back the file of before.", broken);
        }
    }

    static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = path + "." + Environment.ProcessId;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(half, options))
            file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        try
        {
            File.Move(half, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(half); // another process was faster; its key counts
        }
    }
}
