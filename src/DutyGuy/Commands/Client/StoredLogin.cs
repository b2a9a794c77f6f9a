using System.Text.Json;

namespace DutyGuy.Commands.Client;

/// <summary>Where to ask and with which token, kept in the user's own folder, readable by nobody else.</summary>
sealed record StoredLogin(string Server, string Token)
{
    const UnixFileMode OnlyMine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary><c>duty/login.json</c> in the user's folder of settings.</summary>
    public static string File =>
        Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.ApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            ),
            "duty",
            "login.json"
        );

    public static StoredLogin? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<StoredLogin>(System.IO.File.ReadAllText(File));
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a new file that only the user can read, then puts it in the old one's place.</summary>
    public void Write()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var fresh = File + ".new";
        System.IO.File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OnlyMine;
        using (var stream = new FileStream(fresh, options))
            JsonSerializer.Serialize(stream, this);
        System.IO.File.Move(fresh, File, overwrite: true);
    }
}
