using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace DutyGuy.Commands;

/// <summary>A setting, its value with secrets masked, and where it comes from.</summary>
sealed record SettingShown(string Name, string? Value, string From);

/// <summary>Where each setting comes from: an argument, the environment, duty.json, or nowhere (its default).</summary>
static partial class SettingOrigins
{
    const string Masked = "(set, not shown)";

    /// <summary>The names by which a setting may be written; a shell's variables have no dashes.</summary>
    static readonly string[][] Spellings =
    [
        ["public-address", "public_address"],
        ["bootstrap-token", "bootstrap_token"],
        ["wall-frames", "wall_frames"],
        ["calendar-hosts", "calendar_hosts"],
    ];

    public static IReadOnlyList<SettingShown> Of(ServeSettings settings)
    {
        var known = Known(settings);
        var root = (IConfigurationRoot)settings.All;
        var others = root.AsEnumerable()
            .Where(s =>
                s.Value is not null
                && !known.Exists(k => Names(k.Name).Contains(s.Key, StringComparer.OrdinalIgnoreCase))
            )
            .Where(s => !IsOfTheClient(s.Key))
            .OrderBy(s => s.Key, StringComparer.OrdinalIgnoreCase)
            .Select(s => (Name: s.Key.ToLowerInvariant(), s.Value));
        return
        [
            .. known.Concat(others).Select(s => new SettingShown(s.Name, Mask(s.Name, s.Value), From(root, s.Name))),
        ];
    }

    static List<(string Name, string? Value)> Known(ServeSettings settings) =>
        [
            ("urls", settings.Urls),
            ("database", settings.Database),
            ("folder", settings.Folder),
            ("public-address", settings.PublicAddress),
            ("wall-frames", settings.WallFrames),
            ("proxies", settings.Proxies),
            ("calendar-hosts", string.Join(", ", settings.CalendarHosts)),
            ("test-clock", settings.TestClock ? "true" : "false"),
            ("bootstrap-token", settings.BootstrapToken),
            ("secret", settings.All["secret"]),
        ];

    static string From(IConfigurationRoot root, string name) =>
        root.Providers.Reverse().FirstOrDefault(p => Names(name).Any(n => p.TryGet(n, out _))) switch
        {
            null => "default",
            EnvironmentVariablesConfigurationProvider => "environment",
            JsonConfigurationProvider => "duty.json",
            _ => "argument",
        };

    static string[] Names(string name) => Array.Find(Spellings, s => s.Contains(name)) ?? [name];

    /// <summary>DUTY_SERVER and DUTY_TOKEN are for the verbs that ask a server.</summary>
    static bool IsOfTheClient(string name) => name.ToUpperInvariant() is "SERVER" or "TOKEN";

    static string? Mask(string name, string? value) =>
        value is null ? null
        : SecretName().IsMatch(name) ? Masked
        : SecretPart().Replace(value, "${name}=" + Masked);

    [GeneratedRegex("secret|token|password|key", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SecretName();

    /// <summary>A password inside a connection string.</summary>
    [GeneratedRegex(
        "(?<name>password|pwd)\\s*=\\s*(?:'[^']*'|\"[^\"]*\"|[^;]*)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex SecretPart();
}
