namespace Clinic;

/// <summary>What the environment variables say.</summary>
public sealed record Settings(string Url, string Environment, string Release, string Commit, string Dsn, string UrlFile)
{
    public static Settings FromEnvironment() =>
        new(
            Read("CLINIC_URL", "http://127.0.0.1:5080"),
            Read("CLINIC_ENVIRONMENT", "development"),
            Read("CLINIC_RELEASE", "clinic@dev"),
            Read("CLINIC_COMMIT", "unknown"),
            Read("CLINIC_DSN", ""),
            Read("CLINIC_URL_FILE", "")
        );

    private static string Read(string name, string otherwise) =>
        System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : otherwise;
}
