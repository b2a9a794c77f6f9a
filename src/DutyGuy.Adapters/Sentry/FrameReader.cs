using System.Text.Json;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Sentry;

/// <summary>Frames of a stack: where, never what (no variables, no source text).</summary>
internal static class FrameReader
{
    private const int MostFrames = 250;

    /// <summary>The frames of an exception or a thread, top first (the wire has them top last).</summary>
    public static IReadOnlyList<Frame> Of(JsonElement raised) =>
        FramesOf(raised.Object("stacktrace")).Reverse().Take(MostFrames).Select(Read).ToList();

    /// <summary>The frames of the thread that reported the event.</summary>
    public static IReadOnlyList<Frame> OfThread(JsonElement root)
    {
        var stack = Of(root);
        if (stack.Count > 0)
            return stack;
        var threads = root.List("threads").ToList();
        var thread = threads.Find(t => t.Truth("crashed") == true);
        return Of(thread.ValueKind == JsonValueKind.Object ? thread : threads.Find(t => t.Truth("current") == true));
    }

    /// <summary>Some send the list alone.</summary>
    private static IEnumerable<JsonElement> FramesOf(JsonElement stack) =>
        stack.ValueKind == JsonValueKind.Array ? stack.EnumerateArray() : stack.List("frames");

    private static Frame Read(JsonElement frame)
    {
        var module = frame.Text("module") ?? frame.Text("package")?.Split(',')[0];
        var line = frame.Text("context_line");
        return new Frame(
            Path(frame),
            Count(frame, "lineno"),
            Cut(frame.Text("function")),
            frame.Truth("in_app"),
            Cut(module),
            Count(frame, "colno"),
            SourceSign.Of(line, [.. frame.List("pre_context").Select(l => l.Text() ?? "")]),
            LineShape.Of(line)
        );
    }

    private static int? Count(JsonElement frame, string name) =>
        frame.Number(name) is > 0 and < int.MaxValue and var number ? (int)number : null;

    /// <summary>The longest path told (a repository's file is its end), without host, query and home folder.</summary>
    private static string? Path(JsonElement frame)
    {
        var (full, file) = (frame.Text("abs_path"), frame.Text("filename"));
        var longest = full is not null && (file is null || full.Length > file.Length) ? full : file;
        return longest is null ? null : Cut(Redaction.Clean(WithoutHome(Redaction.PathOf(longest))));
    }

    private static string WithoutHome(string path)
    {
        var parts = path.Split('/', '\\');
        var home = Array.FindIndex(parts, p => p is "home" or "Users");
        return home is >= 0 and <= 2 && home + 2 < parts.Length ? "~/" + string.Join('/', parts[(home + 2)..]) : path;
    }

    private static string? Cut(string? text) => text?.Cut(300);
}
