using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>Which settings a kind of connection has.</summary>
public static partial class ConnectionRules
{
    /// <summary>Names of settings that must be there, may be there, and are secret.</summary>
    public sealed record Form(string[] Needed, string[] Optional, string[] Secret)
    {
        /// <summary>Every name.</summary>
        public IEnumerable<string> All => [.. Needed, .. Optional, .. Secret];
    }

    /// <summary>The settings of a kind.</summary>
    public static Form Of(ConnectionKind kind) =>
        kind switch
        {
            ConnectionKind.Mail => new(["host", "from"], ["port", "user", "tls"], ["password"]),
            ConnectionKind.Prometheus => new(
                ["url", "project"],
                ["environment", "metric", "endpoint", "status", "release", "filter", "user"],
                ["token", "password"]
            ),
            _ => new(["url"], [], ["secret"]),
        };

    /// <summary>Null when the settings can be used.</summary>
    public static Refusal? Wrong(ConnectionKind kind, string? name, IReadOnlyDictionary<string, string> settings)
    {
        var form = Of(kind);
        if (string.IsNullOrWhiteSpace(name))
            return Refusal.Invalid("The name is missing.", "name");
        if (settings.Keys.FirstOrDefault(k => !form.All.Contains(k)) is { } odd)
            return Refusal.Invalid($"“{odd}” is not a setting here. Known: {string.Join(", ", form.All)}.", "settings");
        if (
            Array.Find(form.Needed, k => !settings.TryGetValue(k, out var v) || string.IsNullOrWhiteSpace(v)) is { } gap
        )
            return Refusal.Invalid($"The setting “{gap}” is missing.", "settings");
        if (settings.FirstOrDefault(s => s.Value is null).Key is { } empty)
            return Refusal.Invalid($"The setting “{empty}” has no value. Leave it out instead.", "settings");
        return WrongValue(settings) ?? (kind == ConnectionKind.Prometheus ? WrongMetric(settings) : null);
    }

    static Refusal? WrongValue(IReadOnlyDictionary<string, string> settings)
    {
        if (settings.TryGetValue("port", out var port) && (!int.TryParse(port, out var n) || n is < 1 or > 65535))
            return Refusal.Invalid($"“{port}” is not a port: a number from 1 to 65535.", "settings");
        if (settings.TryGetValue("url", out var url) && !IsWeb(url))
            return Refusal.Invalid(
                $"“{url}” is not an address of the web. It begins with https:// or http://.",
                "settings"
            );
        return null;
    }

    static Refusal? WrongMetric(IReadOnlyDictionary<string, string> settings)
    {
        if (!int.TryParse(settings["project"], out _))
            return Refusal.Invalid($"“{settings["project"]}” is not the number of a project.", "settings");
        if (settings.TryGetValue("metric", out var metric) && !MetricName().IsMatch(metric))
            return Refusal.Invalid($"“{metric}” is not the name of a metric: letters, digits, _ and :.", "settings");
        string[] labels =
        [
            .. settings.GetValueOrDefault("endpoint", "handler").Split(','),
            settings.GetValueOrDefault("status", "code"),
            settings.GetValueOrDefault("release", "release"),
        ];
        return Array.Find(labels, l => !LabelName().IsMatch(l.Trim())) is { } odd
            ? Refusal.Invalid($"“{odd}” is not a label: letters, digits and _.", "settings")
            : null;
    }

    [GeneratedRegex("^[a-zA-Z_:][a-zA-Z0-9_:]*$", RegexOptions.None, 1000)]
    private static partial Regex MetricName();

    [GeneratedRegex("^[a-zA-Z_][a-zA-Z0-9_]*$", RegexOptions.None, 1000)]
    private static partial Regex LabelName();

    static bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.UserInfo.Length == 0;
}
