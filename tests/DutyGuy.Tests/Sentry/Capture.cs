using System.Text.Json;
using DutyGuy.Adapters.Sentry;
using NodaTime;

namespace DutyGuy.Tests.Sentry;

/// <summary>A request as an official SDK sent it (Fixtures/sentry), and its way through the intake.</summary>
internal static class Capture
{
    public static readonly byte[] HashKey = [1, 2, 3, 4];
    public static readonly Instant Received = Instant.FromUtc(2026, 11, 25, 12, 0);

    public static readonly string[] Names =
    [
        "browser11-event",
        "browser8-event",
        "dotnet6-event-logged-error",
        "dotnet6-transaction",
        "node11-message",
        "node11-session",
        "node11-span-v2",
        "node7-event",
        "python1-store-message",
    ];

    public static byte[] Body(string name) => File.ReadAllBytes(PathOf(name + ".body"));

    public static ReadOnlyMemory<byte> Plain(string name) =>
        DutyGuy.Adapters.Sentry.Body.Decompress(Body(name), Header(name, "Content-Encoding"), 1_000_000);

    public static Envelope Envelope(string name) =>
        Url(name).Contains("/store/", StringComparison.Ordinal)
            ? StoreReader.Read(Plain(name))
            : EnvelopeReader.Read(Plain(name));

    public static Reading Read(string name) => SentryIntake.Read(Envelope(name), HashKey, Received);

    public static Reading ReadText(string envelope) =>
        SentryIntake.Read(EnvelopeReader.Read(System.Text.Encoding.UTF8.GetBytes(envelope)), HashKey, Received);

    public static string Url(string name) => Head(name).GetProperty("url").GetString()!;

    public static string? Header(string name, string header)
    {
        var raw = Head(name).GetProperty("rawHeaders").EnumerateArray().Select(h => h.GetString()!).ToList();
        var at = raw.FindIndex(h => string.Equals(h, header, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : raw[at + 1];
    }

    private static JsonElement Head(string name) =>
        JsonDocument.Parse(File.ReadAllBytes(PathOf(name + ".head.json"))).RootElement;

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "sentry", file);
}
