using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>The forms that compilers and runtimes give to names of functions, and what a person would say.</summary>
internal static partial class FunctionForms
{
    /// <summary>In this order: each makes of its form what the next may still find in it.</summary>
    public static string Plain(string told)
    {
        if (IsPlain(told))
            return told;
        var name = told;
        foreach (var form in Forms)
            if (form.Pattern().Match(name) is { Success: true } match)
                name = (name[..match.Index] + match.Result(form.Word) + name[(match.Index + match.Length)..]).Trim();
        return name;
    }

    // Most names are as in the source: a word, or some with dots between them. Go alone makes up such words.
    private static bool IsPlain(string told) =>
        told.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.')
        && !told.Contains("func", StringComparison.Ordinal)
        && !told.Contains("gowrap", StringComparison.Ordinal);

    private sealed record Form(Func<Regex> Pattern, string Word);

    private static readonly Form[] Forms =
    [
        new(OutlinedLambda, "${name} (lambda)"),
        new(OutlinedTop, "lambda"),
        new(Alias, ""),
        new(Prefix, ""),
        new(NewOf, "new ${name}"),
        new(Signature, "${name}${rest}"),
        new(TopLevel, "${open}Main${close}"),
        new(LocalFunction, "${local} in ${name}"),
        new(Asynchronous, "${name}"),
        new(DotnetLambda, "${name} (lambda)"),
        new(Pointer, "${type}.${rest}"),
        new(GoLambda, "${name} (lambda)"),
        new(GoPackage, ""),
        new(New, "constructor of ${name}"),
        new(JavaLambda, "${name} (lambda)"),
        new(RubyBlock, "${name} (block)"),
        new(RubyPart, ""),
        new(PythonLocal, "${local} in ${name}"),
        new(PythonPart, "comprehension"),
        new(AnyLambda, "${name} (lambda)"),
        new(OnlyLambda, "lambda"),
        new(RustHash, ""),
    ];

    // As source maps are outlined: payEachLine>lambda:eachMapping, >lambda:addEventListener click
    [GeneratedRegex(@"^(?<name>[^>]+)(>[^>]*)*>lambda(:[^>]*)?(#\d+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutlinedLambda();

    [GeneratedRegex(@"^>lambda.*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutlinedTop();

    [GeneratedRegex(@" \[as [^\]]*\]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Alias();

    [GeneratedRegex(@"^((async|static|get|set)\*? )+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^new (?<name>[\w.]+)(<[\w, ]+>)?\([^()]*\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NewOf();

    // .NET, as its SDK writes it: `async Task<int> Slots.Book(int id)+(Slot s) => { }`.
    [GeneratedRegex(
        @"^((?!new )[\w.<>\[\],?`]+ )*(?<name>[\w.$<>|`]+)(<[\w, ]+>)?\([^()]*\)(?<rest>(\+\w*\([^()]*\)( => \{ ?\})?)*)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Signature();

    // <Main>$, <<Main>$>b__0
    [GeneratedRegex(@"(?<open><?)<Main>\$(?<close>>?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TopLevel();

    // <Book>g__Local|5_0, Slots.Book+Local(int id)
    [GeneratedRegex(
        @"<(?<name>\w+)>g__(?<local>\w+)\|[\d_]+|(?<name>[\w.]+)\+(?<local>\w+)\([^()]*\)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex LocalFunction();

    // <Book>d__5.MoveNext
    [GeneratedRegex(@"<(?<name>\w+)>d(__\d+)?(\.MoveNext)?(\(\))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asynchronous();

    // <Map>b__1_0, <>c__DisplayClass5_0.<Map>b__0, Slots.Map+(Slot s) => { }, Map { <lambda> }
    [GeneratedRegex(
        @"(<>c(__DisplayClass[\d_]+)?\.)?<(?<name>\w+)>b__[\w|]+|(?<name>[\w.]+)(\+\([^()]*\) => \{ ?\}|\+\(\) => .*| \{ <lambda> \})$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DotnetLambda();

    // ferry/dock.(*Boat).Steer
    [GeneratedRegex(
        @"^([\w./@~-]*\.)?\(\*(?<type>\w+)(\[[^\]]*\])?\)\.(?<rest>.+)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Pointer();

    // dock.Steer.func1, Steer.func1.2, Steer.gowrap1
    [GeneratedRegex(
        @"(?<name>[\w.)/-]+?)\.(func|gowrap)\d+(\.(func|gowrap)?\d+)*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex GoLambda();

    [GeneratedRegex(@"^[\w.@~-]*(/[\w.@~-]*)*/(?=[\w~-]+\.\w)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoPackage();

    [GeneratedRegex(@"^new (?<name>[\w.$]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex New();

    // lambda$book$3, $anonfun$book$1, book$lambda$2
    [GeneratedRegex(
        @"(\$*lambda|\$anonfun)\$(?<name>[A-Za-z_]\w*?)(\$[\d$]+|\$adapted)*$|(?<name>\w+)\$lambda\$[\d$]+$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex JavaLambda();

    // block in Beds.row, block (2 levels) in row
    [GeneratedRegex(
        @"^(rescue in |ensure in )*block (\(\d+ levels\) )?in (?<name>.+)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex RubyBlock();

    [GeneratedRegex(@"^((rescue|ensure) in )+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RubyPart();

    [GeneratedRegex(@"^(?<name>.+)\.<locals>\.(?<local>\w+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PythonLocal();

    [GeneratedRegex(@"^(.+\.)?<((list|dict|set)comp|genexpr)>$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PythonPart();

    // row.<locals>.<lambda>, Server.<anonymous>, App\{closure}, slots::book::{{closure}}, anonymous fn/1 in Beds.row/2
    [GeneratedRegex(
        @"^(?<name>.+?)(\.<locals>)?(\.|::|\\|/)?(<(lambda|anonymous|anonymous closure|fn)>|\{+closure(#\d+)?\}+)(::h[0-9a-f]{16})?$"
            + @"|^\{closure:(?<name>[\w:\\]+)\(\):\d+\}$|^anonymous fn/\d+ in (?<name>.+?)(/\d+)?$|^-(?<name>\w+)/\d+-fun-\d+-$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AnyLambda();

    [GeneratedRegex(@"^(<(lambda|anonymous closure|fn)>|\{+closure\}+|func\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnlyLambda();

    [GeneratedRegex(@"::h[0-9a-f]{16}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RustHash();
}
