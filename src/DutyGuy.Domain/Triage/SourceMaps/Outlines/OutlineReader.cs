using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>Makes the outline of a source from its text, which is not kept.</summary>
internal static partial class OutlineReader
{
    private const int Longest = 2_000_000;
    private const int LongestLiteral = 1000;
    private const int MostLinesOfCall = 20;

    /// <summary>The outline; null when the text is not understood, is too long, or is no JavaScript or TypeScript.</summary>
    public static SourceOutline? Of(string path, string text)
    {
        if (text.Length is 0 or > Longest || OtherFile().IsMatch(path))
            return null;
        if (ComponentFile().IsMatch(path))
            text = OnlyScripts(text);
        var isTyped = TypedFile().IsMatch(path);
        var read = ScriptText.Read(text, hasJsx: !isTyped);
        // What was taken for JSX may be a type.
        if (read is null && !isTyped && !text.Contains("</", StringComparison.Ordinal))
            read = ScriptText.Read(text, hasJsx: false);
        if (read is not var (tokens, literals))
            return null;
        var begins = BeginsOf(text);
        var functions = ScriptFunctions.Of(text, tokens);
        return new SourceOutline(
            functions.Select(f => new OutlinedFunction(Place(f.Start), Place(f.End), f.Name, Takes(f))),
            SignsOf(text, begins, tokens, literals)
        );

        MapOffset Place(int offset)
        {
            var line = LineOf(begins, offset);
            return new(line, offset - begins[line]);
        }
    }

    // What a function hands to another is done in its place.
    private static bool Takes(ScriptFunction f) =>
        f.TakesAddress || (f is { IsLambda: true, Anchor.TakesAddress: true });

    private static Dictionary<int, SourceSigns> SignsByLine(List<int> begins, string text, List<ScriptLiteral> literals)
    {
        var found = new Dictionary<int, SourceSigns>();
        foreach (var literal in literals)
        {
            var length = literal.End - literal.Start;
            if (
                length is < 4 or > LongestLiteral
                || text[literal.Start + 1] is '.' or '@'
                || !SourceSign.IsAddress(text.Substring(literal.Start, length))
            )
                continue;
            var last = LineOf(begins, literal.End - 1);
            var first = Math.Max(LineOf(begins, literal.Around), last - MostLinesOfCall);
            for (var line = first; line <= last; line++)
                found[line] = SourceSigns.Known | SourceSigns.NamesAddress;
        }
        return found;
    }

    private static IEnumerable<(int, SourceSigns)> SignsOf(
        string text,
        List<int> begins,
        List<ScriptToken> tokens,
        List<ScriptLiteral> literals
    )
    {
        var found = SignsByLine(begins, text, literals);
        // Only code: what comments and texts say is nothing that happens.
        var code = new char[text.Length];
        Array.Fill(code, ' ');
        foreach (var token in tokens)
            if (token.Piece != ScriptPiece.Value)
                text.CopyTo(token.Start, code, token.Start, token.Length);
        for (var line = 0; line < begins.Count; line++)
        {
            var end = line + 1 < begins.Count ? begins[line + 1] : text.Length;
            var signs = SourceSign.OfCode(code.AsSpan(begins[line], end - begins[line]));
            if (signs != SourceSigns.Known)
                found[line] = signs == SourceSigns.None ? signs : found.GetValueOrDefault(line) | signs;
        }
        return found.Select(f => (f.Key, f.Value));
    }

    private static List<int> BeginsOf(string text)
    {
        List<int> begins = [0];
        for (var i = 0; i < text.Length; i++)
            if (
                text[i] is '\n' or '\u2028' or '\u2029'
                || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'))
            )
                begins.Add(i + 1);
        return begins;
    }

    private static int LineOf(List<int> begins, int offset) =>
        begins.BinarySearch(offset) is var line && line >= 0 ? line : ~line - 1;

    // A component of Vue or Svelte: its places are those of the file.
    private static string OnlyScripts(string text)
    {
        var scripts = Script().Matches(text);
        if (scripts.Count == 0)
            return text;
        var kept = text.ToCharArray();
        var at = 0;
        foreach (var body in scripts.Select(s => s.Groups["body"]))
        {
            Blank(kept, at, body.Index);
            at = body.Index + body.Length;
        }
        Blank(kept, at, kept.Length);
        return new(kept);
    }

    private static void Blank(char[] text, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (text[i] is not ('\n' or '\r'))
                text[i] = ' ';
    }

    [GeneratedRegex(
        @"\.(json|css|scss|sass|less|styl|html?|svg|wasm|md|graphql|gql|txt)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex OtherFile();

    [GeneratedRegex(@"\.(vue|svelte|astro)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ComponentFile();

    [GeneratedRegex(@"\.[mc]?ts$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TypedFile();

    [GeneratedRegex(
        @"<script\b[^>]*>(?<body>.*?)</script\s*>",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Script();
}
