using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>Reads the signs off a line of source.</summary>
public static partial class SourceSign
{
    // A bundle is one long line, and says nothing about a function.
    private const int Longest = 1000;

    /// <summary>The signs of a line; `before` are the lines above it, in order, as far as they are told.</summary>
    public static SourceSigns Of(string? line, IReadOnlyList<string> before)
    {
        if (string.IsNullOrWhiteSpace(line) || line.Length > Longest)
            return SourceSigns.None;
        var (signs, parameters) = (OfCode(line), Signature(line, before));
        if (Literals().Matches(line).Any(l => IsAddress(l.Value)))
            signs |= SourceSigns.NamesAddress;
        else if (Identifier().Matches(parameters).Any(n => IsAddressName(n.Value)))
            signs |= SourceSigns.TakesAddress;
        if (Creating().IsMatch(line) && !Wrapping().IsMatch(line) && IsForAnything(Names(parameters)))
            signs |= SourceSigns.TakesAnything;
        return signs;
    }

    /// <summary>Whether a line of code without texts and comments raises or tells an error; no sign of one that is too long.</summary>
    internal static SourceSigns OfCode(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest)
            return SourceSigns.None;
        var signs = SourceSigns.Known;
        if (Throwing().IsMatch(line))
            signs |= SourceSigns.Throws;
        if (Reporting().IsMatch(line))
            signs |= SourceSigns.Reports;
        return signs;
    }

    /// <summary>Whether a literal names an address of another system itself: `INSERT INTO ` alone gets it from elsewhere.</summary>
    internal static bool IsAddress(string literal)
    {
        var text = Interpolated().Replace(literal, "…");
        return (PathText().IsMatch(text) && !MediaType().IsMatch(text))
            || (Verb().IsMatch(text) && Statement().IsMatch(text));
    }

    /// <summary>Whether a parameter of this name is an address: `path`, `urlNow`, `sql`.</summary>
    internal static bool IsAddressName(string name) => AddressName().IsMatch(name);

    /// <summary>Whether parameters of these names can be anything: there are some, and none has a name of the program's trade.</summary>
    internal static bool IsForAnything(IEnumerable<string> names) =>
        names.Where(n => n is not ("self" or "cls")).ToList() is { Count: > 0 } told
        && told.TrueForAll(AnythingName().IsMatch);

    // The parameters of the nearest function that begins above the line, or in it; empty when none is seen.
    private static string Signature(string line, IReadOnlyList<string> before)
    {
        foreach (var text in before.Append(line).Reverse())
            if (text.Length <= Longest && Signature().Match(text) is { Success: true } signature)
                return signature.Groups["params"].Value;
        return "";
    }

    // `text string`, `value: T`, `what = ""`, `*args`
    private static IEnumerable<string> Names(string parameters) =>
        parameters.Split(',').Select(p => Identifier().Match(p)).Where(m => m.Success).Select(m => m.Value);

    [GeneratedRegex(
        @"^(value|values|val|v|raw|text|txt|str|string|s|x|input|given|arg|args|argument|obj|object|o|thing|any|anything|candidate|cond|condition|ok|truth|what|name|label|title|message|msg)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AnythingName();

    [GeneratedRegex(
        @"\b(throw|raise|panic|assert\w*|invariant|reject|abort|die|fail\w*)\b|\bnew \w*(Error|Exception)\b|\b[Ee]rr(or)?s?\.(New|Errorf|Wrap\w*|With\w+)\(|\bErrorf\(|\w*(Error|Exception)\(",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Throwing();

    // It raises what it made itself, and does not only hand on.
    [GeneratedRegex(
        @"\b(throw|raise)\s+(new\s+)?[\p{L}_][\w.:]*\s*(\(|,|$)|\bnew \w*(Error|Exception)\b|\b[Ee]rr(or)?s?\.(New|Errorf)\(|\bErrorf\(|\w+(Error|Exception)\(",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Creating();

    [GeneratedRegex(@"%w|\berr\b|\bcause\b|\bfrom \w+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wrapping();

    [GeneratedRegex(
        @"\b(recover\(\)|Recover(WithContext)?\(|[Cc]aptureException\(|capture_exception\()",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Reporting();

    [GeneratedRegex(@"""(\\.|[^""\\])*""|'(\\.|[^'\\])*'|`(\\.|[^`\\])*`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literals();

    [GeneratedRegex(@"[$#]?\{[^{}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"(?<!/)/[A-Za-z][\w.-]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathText();

    [GeneratedRegex(@"\b(application|text|image|audio|video|multipart|font)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MediaType();

    [GeneratedRegex(
        @"^.{0,3}\s*(select|insert|update|delete|merge|replace|call|with|exec)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"\b(from|into|update|join|call)\s+[""`\[]?\w+",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Statement();

    [GeneratedRegex(
        @"\b(def|function|func|fn|fun)\b[^(]*(\([^()]*\)\s*[\w.]+\s*)?\((?<params>[^)]*)\)|\((?<params>[^()]*)\)\s*=>|\b(?<params>\w+)\s*=>|^\s*(async\s+|static\s+|public\s+|private\s+)*\w+\s*\((?<params>[^()]*)\)\s*\{",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Signature();

    [GeneratedRegex(@"[\p{L}_]\w*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex(
        @"^_?(path|url|uri|endpoint|route|resource|href|link|verb|method|sql|query|statement|stmt|command|cmd|table|collection|topic|req|request)([A-Z_]\w*)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AddressName();
}
