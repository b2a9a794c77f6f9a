namespace DutyGuy.Commands.Demo;

/// <summary>
/// One place where the Clinic runs (staging or production): a folder for the deployment script. Several places share
/// <paramref name="Releases"/>, where builds are kept. Everything started there ends when the process
/// <paramref name="Parent"/> has gone.
/// </summary>
public sealed record ClinicSite(
    string Folder,
    string Repository,
    string Releases,
    Uri Address,
    string Environment,
    string Dsn,
    int Parent
)
{
    /// <summary>An address of this machine where nobody listens.</summary>
    public static Uri FreeAddress() => new($"http://127.0.0.1:{DemoServer.FreePort(0)}");

    /// <summary>Makes the folder and writes its settings.</summary>
    public void Write()
    {
        Directory.CreateDirectory(Folder);
        (string Name, string Value)[] settings =
        [
            ("CLINIC_REPOSITORY", Path.GetFullPath(Repository)),
            ("CLINIC_RELEASES", Path.GetFullPath(Releases)),
            ("CLINIC_PUBLIC_URL", Address.GetLeftPart(UriPartial.Authority)),
            ("CLINIC_ENVIRONMENT", Environment),
            ("CLINIC_DSN", Dsn),
            ("CLINIC_PARENT_PID", $"{Parent}"),
        ];
        File.WriteAllLines(Path.Combine(Folder, "settings"), settings.Select(one => $"{one.Name}={Quoted(one.Value)}"));
    }

    /// <summary>The argument list of the script: build, deploy (also roll back) or stop.</summary>
    public string[] Command(string samples, string act, params string[] commit) =>
        ["bash", Path.Combine(samples, "deploy", "clinic.sh"), act, Folder, .. commit];

    private static string Quoted(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
