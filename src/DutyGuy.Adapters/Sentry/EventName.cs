using System.Text.Json;
using System.Text.RegularExpressions;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Sentry;

/// <summary>What an event is called that has neither an exception with a name nor a message.</summary>
internal static partial class EventName
{
    public static bool IsMissing(JsonElement root) =>
        !Says(root.Object("message")) && !Says(root.Object("logentry")) && !root.List("exception").Any(IsNamed);

    /// <summary>Null when the event says nothing at all.</summary>
    public static string? Of(JsonElement root) =>
        Query(root)
        ?? Policy(root.Object("csp"))
        ?? root.Object("template").Text("filename")
        ?? root.Text("transaction")
        ?? Place(root)
        ?? root.Text("logger")
        ?? (root.Object("request").Text("url") is { } url ? Redaction.PathOf(url) : null);

    private static bool Says(JsonElement message) =>
        message.Text() is { Length: > 0 }
        || message.Text("message") is { Length: > 0 }
        || message.Text("formatted") is { Length: > 0 };

    private static bool IsNamed(JsonElement raised) =>
        raised.Text("type") is { Length: > 0 } || raised.Text("value") is { Length: > 0 };

    /// <summary>A slow or failed statement, without the values in it.</summary>
    private static string? Query(JsonElement root) =>
        (root.Object("query").Text("query") ?? root.Text("query")) is { } statement
            ? Value().Replace(statement.Cut(1000), "?")
            : null;

    private static string? Policy(JsonElement csp) =>
        (csp.Text("effective_directive") ?? csp.Text("violated_directive")) is { } directive
            ? $"Blocked {directive.Split(' ')[0]} of {Host(csp.Text("blocked_uri"))}"
            : null;

    private static string Host(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : address ?? "self";

    /// <summary>Where it happened: the top frame of our own code, else the top one.</summary>
    private static string? Place(JsonElement root)
    {
        var frames = root.List("exception").Select(FrameReader.Of).LastOrDefault(f => f.Count > 0);
        frames ??= FrameReader.OfThread(root);
        if ((frames.FirstOrDefault(f => f.InApp == true) ?? frames.FirstOrDefault()) is not { } top)
            return null;
        var place = string.Join(
            " in ",
            new[] { top.Function, top.Path ?? top.Module }.Where(t => t is { Length: > 0 })
        );
        return place.Length > 0 ? place : null;
    }

    [GeneratedRegex(@"'([^']|'')*'|\b\d+(\.\d+)?\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();
}
