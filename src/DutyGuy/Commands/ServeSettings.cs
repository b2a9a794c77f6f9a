using Microsoft.Extensions.Configuration;

namespace DutyGuy.Commands;

/// <summary>What the server needs to know: arguments win over DUTY_* in the environment, that over duty.json.</summary>
public sealed record ServeSettings
{
    /// <summary>Addresses to listen on.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5170";

    /// <summary>"Data Source=duty.db" or "Host=...".</summary>
    public string Database { get; init; } = "Data Source=duty.db";

    /// <summary>Where mirrors of repositories and keys lie; beside the SQLite file by default.</summary>
    public string Folder { get; init; } = "duty-data";

    /// <summary>Where duty.json lies; programs that the server starts run here.</summary>
    public string Home { get; init; } = Environment.CurrentDirectory;

    /// <summary>The clock can be set through the API.</summary>
    public bool TestClock { get; init; }

    /// <summary>Becomes an administrator's token on an empty database.</summary>
    public string? BootstrapToken { get; init; }

    /// <summary>The address in every link that leaves the server; the listening address when null.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>Who may frame the wall, as a content security policy says it.</summary>
    public string WallFrames { get; init; } = "'none'";

    /// <summary>Addresses of reverse proxies whose X-Forwarded-* are believed, parted by commas.</summary>
    public string Proxies { get; init; } = "";

    /// <summary>Hosts of the own network that calendars may be read from, also by http.</summary>
    public IReadOnlySet<string> CalendarHosts { get; init; } = new HashSet<string>();

    /// <summary>Visitors may act as anybody; the demo alone says so, in its code: no file and no environment can.</summary>
    public bool Demo { get; init; }

    /// <summary>Goes on without the key of before: what it sealed is dropped.</summary>
    public bool ForgetSecrets { get; init; }

    /// <summary>The rest of duty.json: deploy, ci, mail.</summary>
    public required IConfiguration All { get; init; }

    /// <summary>Reads the settings from a folder's duty.json, the environment and the arguments given.</summary>
    public static ServeSettings Read(string folder, IReadOnlyDictionary<string, string?> arguments)
    {
        SettingsFile.Check(Path.GetFullPath(Path.Combine(folder, "duty.json")));
        var all = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath(Path.Combine(folder, "duty.json")), optional: true)
            .AddEnvironmentVariables("DUTY_")
            .AddInMemoryCollection(arguments.Where(a => a.Value is not null))
            .Build();
        var defaults = new ServeSettings { All = all };
        return defaults with
        {
            Urls = all["urls"] ?? defaults.Urls,
            Database = all["database"] ?? defaults.Database,
            Folder = all["folder"] ?? defaults.Folder,
            Home = Path.GetFullPath(folder),
            TestClock = Value(all, "test-clock") is "true" or "True",
            BootstrapToken = Value(all, "bootstrap-token"),
            PublicAddress = Value(all, "public-address"),
            WallFrames = Value(all, "wall-frames") ?? defaults.WallFrames,
            Proxies = Value(all, "proxies") ?? "",
            CalendarHosts = Parts(Value(all, "calendar-hosts")),
            ForgetSecrets = Value(all, "forget-secrets") is "true",
        };
    }

    static HashSet<string> Parts(string? text) =>
        (text ?? "")
            .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A shell cannot export a name with a dash: DUTY_WALL_FRAMES says wall-frames.</summary>
    static string? Value(IConfiguration all, string name) => all[name] ?? all[name.Replace('-', '_')];
}
