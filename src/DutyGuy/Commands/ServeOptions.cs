using System.CommandLine;

namespace DutyGuy.Commands;

/// <summary>The arguments of <c>duty serve</c>, which <c>duty settings</c> understands too.</summary>
static class ServeOptions
{
    static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Addresses to listen on, for instance http://127.0.0.1:5170",
    };
    static readonly Option<string?> Database = new("--database")
    {
        Description = "\"Data Source=duty.db\" or \"Host=...\"",
    };
    static readonly Option<bool> TestClock = new("--test-clock")
    {
        Description = "The clock is set through the API; never for real use",
    };

    static readonly Option<bool> ForgetSecrets = new("--forget-secrets")
    {
        Description = "Start without the key of before: drops sessions and the passwords of connections",
    };

    public static IReadOnlyList<Option> All { get; } = [Urls, Database, TestClock, ForgetSecrets];

    /// <summary>The settings that were given as arguments.</summary>
    public static Dictionary<string, string?> Given(ParseResult parsed) =>
        new(StringComparer.Ordinal)
        {
            ["urls"] = parsed.GetValue(Urls),
            ["database"] = parsed.GetValue(Database),
            ["test-clock"] = parsed.GetValue(TestClock) ? "true" : null,
            ["forget-secrets"] = parsed.GetValue(ForgetSecrets) ? "true" : null,
        };
}
