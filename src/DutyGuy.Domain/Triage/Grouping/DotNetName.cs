using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>
/// Type and method as written in the source, of the two ways in which .NET stacks are told: enhanced
/// (`async Task&lt;T&gt; Guarded.Run&lt;T&gt;(Func&lt;Task&lt;T&gt;&gt; work)+(int n) =&gt; { }`) and as the runtime has it
/// (`Shop.Guarded+&lt;Run&gt;d__0`, `MoveNext`).
/// </summary>
internal static partial class DotNetName
{
    /// <summary>What a constructor is called.</summary>
    public const string Constructor = ".ctor";

    // Of vertical slices and pages, of which each has one.
    private static readonly HashSet<string> CommonTypes = CodeWords.Set(
        """
        Handler Query Command Request Response Validator Endpoint QueryHandler CommandHandler Endpoints Mapping
        IndexModel CreateModel EditModel DetailsModel DeleteModel ListModel Builder Factory Enumerator Converter
        """
    );

    // What an expression compiled at run time is called, with a number.
    private const string Expression = "lambda_method";

    // How the SDK writes a lambda when it tells stacks as the runtime has them.
    private const string SdksLambda = " { <lambda> }";

    /// <summary>`(Guarded, Run)`, `(Orders, Split>Half)`, `(Baskets, Sum>lambda)`, `(Routes, .cctor>lambda2)` where they are numbered.</summary>
    public static (string Type, string Method) Of(string? module, string function) =>
        function.Contains('(', StringComparison.Ordinal)
            ? Enhanced(module ?? "", function)
            : Plain(module ?? "", function);

    /// <summary>
    /// The type with what it lies in, where its own name says nothing (`Handler` of `Features.Orders.Create`, `IndexModel` of
    /// `Pages.Orders`): by the type around it or its namespace, else by its file.
    /// </summary>
    public static string TypeOf(string type, string? module, string function, string? path)
    {
        if (!CommonTypes.Contains(type))
            return type;
        var told = function.Contains('(', StringComparison.Ordinal)
            ? function[..Math.Max(0, OpenOf(function))]
            : module ?? "";
        var parts = told.Split(' ')[^1].Split('.', '+').TakeWhile(p => p != type).ToList();
        if (parts.Count > 0 && parts[^1] is not ['<', ..])
            return parts[^1] + "+" + type;
        var file = (path ?? "").Split('/', '\\');
        var stem = file[^1].Split('.')[0];
        var own = type.StartsWith(stem, StringComparison.Ordinal) && file.Length > 1 ? file[^2] : stem;
        return own.Length > 0 ? own + "+" + type : type;
    }

    /// <summary>The parameters in the enhanced form; none otherwise.</summary>
    public static IEnumerable<(string Type, string Name)> Parameters(string function) =>
        OpenOf(function) is var open and >= 0 && CloseOf(function, open) is var close && close > open
            ? WithoutGenerics(function[(open + 1)..close])
                .Split(',')
                .Select(p => p.Trim().Split(' '))
                .Where(p => p.Length > 1)
                .Select(p => (p[^2], p[^1]))
            : [];

    private static (string, string) Enhanced(string module, string function)
    {
        var open = OpenOf(function);
        if (open < 0)
            return ("", function);
        if (MadeUp().Match(function[..open]) is { Success: true } made)
        {
            // Not all names that a compiler makes are told as the source has them.
            var owner = made.Groups["type"].Value;
            return Plain(owner is ['<', ..] or "" ? $"{module}+{owner}" : owner, made.Groups["name"].Value);
        }
        var words = WithoutGenerics(function[..open]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words.Length == 0 ? "" : words[^1];
        var inner = Inner(function[(CloseOf(function, open) + 1)..]);
        if (words.Contains("new"))
            return (LastOf(name), Constructor + inner);
        var dot = name.LastIndexOf('.');
        return dot < 0 ? (LastOf(name), Constructor + inner) : (LastOf(name[..dot]), name[(dot + 1)..] + inner);
    }

    // What follows the signature: `+(Item item) => { } [2]`, `+int Half()`, `+MoveNext()`.
    private static string Inner(string rest)
    {
        var inner = "";
        while (rest.StartsWith('+'))
        {
            var open = rest.IndexOf('(');
            if (open < 0)
                break;
            var name = WithoutGenerics(rest[1..open]).Split(' ')[^1];
            if (name.Length == 0)
                inner += CodeName.Lambda + Number().Match(rest[CloseOf(rest, open)..]).Groups["number"].Value;
            else if (name != "MoveNext")
                inner += ">" + name;
            var end = CloseOf(rest, open) + 1;
            var next = rest.IndexOf('+', Math.Min(end, rest.Length));
            rest = next < 0 ? "" : rest[next..];
        }
        return inner;
    }

    private static (string, string) Plain(string module, string function)
    {
        var segments = module.Split("[[")[0].Split(',')[0].Split('+');
        var type = LastOf(Arity().Replace(segments[0], ""));
        var method = "";
        foreach (var segment in segments.Skip(1))
            if (!segment.StartsWith('<'))
                type = Arity().Replace(segment, "");
            else if (CompilerName().Match(segment) is { Success: true } made)
                method = Written(made);
        if (function == "MoveNext" && method.Length > 0)
            return (type, method);
        if (CompilerName().Match(function) is { Success: true } own)
            return (type, Written(own));
        if (function.StartsWith(Expression, StringComparison.Ordinal))
            return (type, Expression);
        if (function.EndsWith(SdksLambda, StringComparison.Ordinal))
            return (type, function[..^SdksLambda.Length] + CodeName.Lambda);
        if (function == ".cctor")
            return (type, Constructor);
        var cut = function.IndexOfAny(['[', '<', '`']);
        return (type, cut > 0 ? function[..cut] : function);
    }

    private static string Written(Match made)
    {
        var method = made.Groups["method"].Value.Replace('-', '.');
        // Which of the two a field's own code is in, the two ways of telling a stack do not agree.
        method = method == ".cctor" ? Constructor : method;
        if (made.Groups["local"].Success)
            return method + ">" + made.Groups["local"].Value;
        return made.Groups["lambda"].Success ? method + CodeName.Lambda + made.Groups["number"].Value : method;
    }

    // The bracket of the signature: the first that follows a name, not that of a tuple.
    private static int OpenOf(string text)
    {
        for (var i = 1; i < text.Length; i++)
            if (text[i] == '(' && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '_' or '>'))
                return i;
        return -1;
    }

    private static int CloseOf(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
            if (text[i] == '(')
                depth++;
            else if (text[i] == ')' && --depth == 0)
                return i;
        return text.Length - 1;
    }

    private static string WithoutGenerics(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '<' ? 1 : 0;
            if (depth == 0)
                kept.Append(c);
            depth -= c == '>' && depth > 0 ? 1 : 0;
        }
        return kept.ToString();
    }

    private static string LastOf(string type) => type[(type.LastIndexOfAny(['.', '+']) + 1)..];

    // The number of a lambda among those of its method: `) => { } [2]`.
    [GeneratedRegex(@"^\) => \{ \} \[(?<number>\d+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    // `Program+<>c.<<Main>$>b__0_1`, `<BookAsync>d__5.MoveNext`
    [GeneratedRegex(
        @"(?<=^|\s)((?<type>[^\s]*)\.)?(?<name><[^\s.]+>[bgd]_*[^\s.]*|lambda_method\d*)$|(?<=^|\s)(?<type>[^\s]*<\w+>d(__\d+)?)\.(?<name>MoveNext)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MadeUp();

    [GeneratedRegex(@"`\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arity();

    // <Run>d__0, <Sum>b__0_0, <Split>g__Half|1_0, and around these again: <<Till>b__0>d.
    [GeneratedRegex(
        @"^<+(?<method>[^<>]+)>((?<lambda>b__)(\d+_)?(?<number>\d+)|g__(?<local>\w+)\||d)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex CompilerName();
}
