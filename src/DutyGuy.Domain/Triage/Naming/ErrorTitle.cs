using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>What a person reads first of an error: its type without namespace, and the first line of its message.</summary>
public static partial class ErrorTitle
{
    /// <summary>What nobody gave a word to.</summary>
    public const string None = "(no message)";

    const int Longest = 200;

    /// <summary>`KeyNotFoundException: no slot 12`; the message alone when no type is told.</summary>
    public static string Of(string? type, string? value, string? message)
    {
        var name = FirstLine(type) is { Length: > 0 } told ? TypeName.Of(told) : "";
        if (name.Length == 0)
            return Cut(Shown(FirstLine(message) is { Length: > 0 } said ? said : FirstLine(value)));
        var text = WithoutType(FirstLine(value), FirstLine(type), name);
        return Cut(text.Length == 0 ? name : $"{name}: {text}");
    }

    /// <summary>A title that was kept with a namespace, without it; a message that begins like a file's name stays.</summary>
    public static string Shown(string title)
    {
        var shown = Qualified().Replace(title, m => TypeName.Of(m.Value), 1);
        return shown.Length == 0 ? None : shown;
    }

    // `TypeError: TypeError: x is not a function`, `clinic.Refused: clinic.Refused`
    private static string WithoutType(string value, string type, string name)
    {
        foreach (var word in (string[])[type, name])
            if (value == word)
                return "";
            else if (value.StartsWith(word + ":", StringComparison.Ordinal))
                return value[(word.Length + 1)..].TrimStart();
        return value;
    }

    private static string FirstLine(string? text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
            if (!line.IsWhiteSpace())
                return Blanks().Replace(line.Trim().ToString(), " ");
        return "";
    }

    private static string Cut(string title) =>
        title.Length <= Longest ? title
        : char.IsHighSurrogate(title[Longest - 2]) ? title[..(Longest - 2)] + "…"
        : title[..(Longest - 1)] + "…";

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blanks();

    // Only what says of itself that it is the type of an error: `deploy.yaml: no such file` is a message.
    [GeneratedRegex(
        @"^(\w+(\.|::|\\))+([A-Z][\w+$]*(Exception|Error|Fault|Failure|Warning)(`\d+)?)(?=: |$)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Qualified();
}
