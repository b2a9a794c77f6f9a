using System.Security.Cryptography;
using System.Text;

namespace DutyGuy.Domain;

/// <summary>Which error a sighting belongs to. The environment and the project are not part of it.</summary>
public static class Fingerprint
{
    // More callers than this tell how we got there, not what broke.
    private const int FramesThatCount = 8;

    /// <summary>Stable group of a sighting: 32 hex digits.</summary>
    public static string Of(ErrorSighting e)
    {
        var parts =
            e.FingerprintOverride.Count == 0
                ? Default(e)
                : e.FingerprintOverride.SelectMany(p => IsDefault(p) ? Default(e) : ["own " + p]);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }

    private static bool IsDefault(string part) =>
        part.Trim() is ['{', '{', .. var word, '}', '}'] && word.Trim() is "default";

    private static IEnumerable<string> Default(ErrorSighting e)
    {
        var frames = e.Type is null ? [] : FramesOf(e).ToList();
        // Minified or stripped stacks name no function: then the message must help to tell errors apart.
        var message = frames.Exists(f => f.Function.Length > 0) ? [] : Message(e);
        return [e.Type ?? "message", .. frames.Select(f => f.Place + " " + f.Function), .. message];
    }

    private static string[] Message(ErrorSighting e)
    {
        // A template ("could not book for {Doctor}") is the cause itself; a value must lose its numbers first.
        var text = e.Type is null ? e.Message ?? e.Title : e.Value ?? e.Message ?? "";
        return [MessageShape.Of(text)];
    }

    /// <summary>Our own frames; when the sender marks none, all. Recursion counts once.</summary>
    private static IEnumerable<(string Place, string Function)> FramesOf(ErrorSighting e)
    {
        var own = e.Frames.Where(f => f.InApp == true).ToList();
        return (own.Count > 0 ? own : e.Frames)
            .Select(f => (Place: FrameShape.Place(f), Function: FrameShape.Function(f)))
            .Where(f => f.Place.Length + f.Function.Length > 0)
            .Distinct()
            .Take(FramesThatCount);
    }
}
