using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>A message without what changes from time to time: numbers, ids, addresses, quoted values.</summary>
public static partial class MessageShape
{
    private const int Longest = 400;

    /// <summary>`User 17 not found in "berlin"` gives `User # not found in ""`.</summary>
    public static string Of(string message)
    {
        var text = message.Length > Longest ? message[..Longest] : message;
        text = Address().Replace(text, "<url>");
        text = Hidden().Replace(text, "#");
        text = Quoted().Replace(text, "\"\"");
        return Spaces().Replace(WordWithDigit().Replace(text, "#"), " ").Trim();
    }

    [GeneratedRegex(
        @"\b[a-z][a-z0-9+.-]{1,10}://[^\s'""<>]+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Address();

    // What was kept out at the door; the same may have been a number elsewhere.
    [GeneratedRegex(@"\[(user|mail|ip|hidden)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    // An apostrophe inside a word ("can't") opens no quotation.
    [GeneratedRegex(
        @"""[^""\n]*""|(?<!\w)'[^'\n]*'(?!\w)|`[^`\n]*`|«[^»\n]*»|“[^”\n]*”",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Quoted();

    // A whole word: 17, 3.5, 0x7fff, usr_8f2k, a UUID, a date, an address of a host.
    [GeneratedRegex(
        @"(?<!\b[Ee]rror #)[-+]?[\p{L}_]*\d[\w]*([.:-]\w+|,\d{3}(?!\d))*",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex WordWithDigit();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
